package dev.sluice.store.record;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Journal;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.TakenOverException;
import dev.sluice.deploy.Underway;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.store.Fence;
import dev.sluice.store.LostLease;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The journal of one try: made with the fence of the target's lane, void with it. Where a person
 * has cancelled the rollout through another process, the try hears of it with its next write or
 * check, and asks while a statement runs.
 */
public final class RolloutJournal implements Journal {

  private final StoreDatabase store;
  private final Fence fence;
  private final Cancellation cancellation;

  public RolloutJournal(StoreDatabase store, Fence fence, Cancellation cancellation) {
    this.store = store;
    this.fence = fence;
    this.cancellation = cancellation;
  }

  @Override
  public List<StepResult> steps(RolloutId rollout) {
    return store.read(tx -> RolloutSteps.of(tx, rollout));
  }

  @Override
  public void record(RolloutId rollout, List<StepResult> steps) {
    write(
        tx -> {
          RolloutSteps.save(tx, rollout, steps);
          hearOfCancel(tx, rollout);
        });
  }

  @Override
  public Optional<Snapshot> before(RolloutId rollout) {
    return store.read(
        tx ->
            Rollouts.find(tx, rollout).stream()
                .flatMapToLong(r -> r.run().before().stream())
                .boxed()
                .findFirst()
                .flatMap(id -> SchemaSnapshots.find(tx, id)));
  }

  @Override
  public void recordBefore(RolloutId rollout, Snapshot snapshot) {
    write(tx -> Rollouts.before(tx, rollout, SchemaSnapshots.save(tx, snapshot)));
  }

  @Override
  public List<RecordedBackup> backups(RolloutId rollout) {
    return store.read(tx -> Backups.of(tx, rollout));
  }

  @Override
  public void recordBackups(RolloutId rollout, List<RecordedBackup> backups) {
    write(tx -> Backups.save(tx, backups));
  }

  @Override
  public void checkStillOurs(RolloutId rollout) {
    write(tx -> hearOfCancel(tx, rollout));
  }

  private void hearOfCancel(WriteTx tx, RolloutId rollout) {
    Cancellations.of(tx, rollout).ifPresent(cancellation::request);
  }

  @Override
  public void underway(RolloutId rollout, Underway seen) {
    write(tx -> Underways.save(tx, rollout, seen));
  }

  @Override
  public Optional<String> cancelledBy(RolloutId rollout) {
    return store.read(tx -> Cancellations.of(tx, rollout));
  }

  @Override
  public void remark(RolloutId rollout, String topic, String words) {
    write(tx -> RolloutRemarks.save(tx, rollout, topic, words));
  }

  @Override
  public Instant heldBack(RolloutId rollout) {
    write(tx -> Rollouts.heldBack(tx, rollout));
    return store.read(tx -> Rollouts.heldBackSince(tx, rollout)).orElseThrow();
  }

  @Override
  public Optional<Instant> letThrough(RolloutId rollout) {
    Optional<Instant> since = store.read(tx -> Rollouts.heldBackSince(tx, rollout));
    if (since.isPresent()) {
      write(tx -> Rollouts.letThrough(tx, rollout));
    }
    return since;
  }

  private void write(Consumer<WriteTx> work) {
    try {
      store.update(fence, work);
    } catch (LostLease e) {
      TakenOverException taken = new TakenOverException(String.valueOf(e.getMessage()));
      taken.initCause(e);
      throw taken;
    }
  }
}
