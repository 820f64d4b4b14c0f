package dev.sluice.deploy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.backup.RecordedBackup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A journal for tests; {@link #onRecord} sees each step as it is written. */
public final class MemoryJournal implements Journal {
  private final Map<Integer, StepResult> steps = new ConcurrentSkipListMap<>();
  private final Map<RolloutId, Snapshot> before = new ConcurrentHashMap<>();
  private final Map<Integer, RecordedBackup> backups = new ConcurrentSkipListMap<>();
  private final List<Consumer<StepResult>> listeners = new CopyOnWriteArrayList<>();
  public volatile boolean takenOver;

  public void onRecord(Consumer<StepResult> listener) {
    listeners.add(listener);
  }

  @Override
  public List<StepResult> steps(RolloutId rollout) {
    return new ArrayList<>(steps.values());
  }

  @Override
  public void record(RolloutId rollout, List<StepResult> written) {
    written.forEach(step -> record(rollout, step));
  }

  private void record(RolloutId rollout, StepResult step) {
    checkStillOurs(rollout);
    steps.put(step.seq(), step);
    listeners.forEach(l -> l.accept(step));
  }

  @Override
  public Optional<Snapshot> before(RolloutId rollout) {
    return Optional.ofNullable(before.get(rollout));
  }

  @Override
  public void recordBefore(RolloutId rollout, Snapshot snapshot) {
    before.put(rollout, snapshot);
  }

  @Override
  public List<RecordedBackup> backups(RolloutId rollout) {
    return List.copyOf(backups.values());
  }

  @Override
  public void recordBackups(RolloutId rollout, List<RecordedBackup> written) {
    checkStillOurs(rollout);
    written.forEach(b -> backups.put(b.seq(), b));
  }

  @Override
  public void checkStillOurs(RolloutId rollout) {
    if (takenOver) {
      throw new TakenOverException("the lane has a newer owner");
    }
  }
}
