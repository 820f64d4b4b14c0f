package dev.sluice.deploy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.backup.RecordedBackup;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A journal for tests; {@link #onRecord} sees each step as it is written. */
public final class MemoryJournal implements Journal {
  private final Map<Integer, StepResult> steps = new ConcurrentSkipListMap<>();
  private final Map<RolloutId, Snapshot> before = new ConcurrentHashMap<>();
  private final Map<Integer, RecordedBackup> backups = new ConcurrentSkipListMap<>();
  private final List<Consumer<StepResult>> listeners = new CopyOnWriteArrayList<>();
  private final List<Underway> seen = new CopyOnWriteArrayList<>();
  private final List<Consumer<Underway>> watchers = new CopyOnWriteArrayList<>();
  private @Nullable Instant heldBackSince;
  public final Map<String, String> remarks = new ConcurrentSkipListMap<>();
  public volatile boolean takenOver;

  /** Who wants it stopped in another process. */
  public volatile @Nullable String cancelledElsewhere;

  public Clock clock = Clock.systemUTC();

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

  @Override
  public void underway(RolloutId rollout, Underway seen) {
    checkStillOurs(rollout);
    this.seen.add(seen);
    watchers.forEach(w -> w.accept(seen));
  }

  /** What was seen of running statements, oldest first. */
  public List<Underway> seen() {
    return List.copyOf(seen);
  }

  public void onSeen(Consumer<Underway> watcher) {
    watchers.add(watcher);
  }

  @Override
  public Optional<String> cancelledBy(RolloutId rollout) {
    return Optional.ofNullable(cancelledElsewhere);
  }

  @Override
  public void remark(RolloutId rollout, String topic, String words) {
    remarks.put(topic, words);
  }

  @Override
  public synchronized Instant heldBack(RolloutId rollout) {
    Instant since = heldBackSince == null ? clock.instant() : heldBackSince;
    heldBackSince = since;
    return since;
  }

  @Override
  public synchronized Optional<Instant> letThrough(RolloutId rollout) {
    Optional<Instant> since = Optional.ofNullable(heldBackSince);
    heldBackSince = null;
    return since;
  }
}
