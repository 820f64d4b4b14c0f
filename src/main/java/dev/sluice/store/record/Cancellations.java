package dev.sluice.store.record;

import dev.sluice.deploy.RolloutId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Optional;

/** Wishes to stop rollouts; heard by whichever process runs them. */
public final class Cancellations {
  private Cancellations() {}

  /** What is queued is cancelled at once; what runs is asked to end. */
  public static void request(WriteTx tx, RolloutId id, String by) {
    boolean queued = Rollouts.find(tx, id).filter(r -> r.state() == RolloutState.READY).isPresent();
    if (queued) {
      Rollouts.move(tx, id, RolloutState.CANCELLED, "cancelled by " + by);
      return;
    }
    tx.handle()
        .createUpdate(
            "update rollout set cancelled_by = coalesce(cancelled_by, :by)"
                + " where id = :id and state = 'RUNNING'")
        .bind("id", id.value())
        .bind("by", by)
        .execute();
  }

  /** Who asked for the end of a rollout that runs, the first to do so. */
  public static Optional<String> of(ReadTx tx, RolloutId id) {
    return tx.handle()
        .createQuery("select cancelled_by from rollout where id = :id and cancelled_by is not null")
        .bind("id", id.value())
        .mapTo(String.class)
        .findOne();
  }
}
