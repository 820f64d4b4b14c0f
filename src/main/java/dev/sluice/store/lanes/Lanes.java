package dev.sluice.store.lanes;

import dev.sluice.store.Fence;
import dev.sluice.store.LostLease;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The lanes and their items; see the package for the rules of order. */
public final class Lanes {

  /** A lane that is ours, and the item to work on. */
  public record Claim(WorkItem item, Fence fence) {}

  private final StoreDatabase store;
  private final LaneSettings settings;
  private final WakeUp wakeUp = new WakeUp();

  public Lanes(StoreDatabase store, LaneSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /**
   * Accepts work in the transaction of its cause.
   *
   * @return false when an item with the same dedup key was accepted before
   */
  public boolean enqueue(WriteTx tx, NewItem item) {
    Instant readyAt = item.readyAt() == null ? tx.now() : item.readyAt();
    // The lane first: on a database with row locks this waits for a finish that is under way.
    LaneRows.wake(tx, item.lane(), readyAt);
    boolean accepted = ItemRows.insert(tx, item, readyAt);
    tx.afterCommit(wakeUp::signal);
    return accepted;
  }

  /** {@link #enqueue(WriteTx, NewItem)} in a transaction of its own; durable on return. */
  public boolean enqueue(NewItem item) {
    return store.write(tx -> enqueue(tx, item));
  }

  /** {@link #enqueue(NewItem)} for several in one transaction: whether each was accepted. */
  public List<Boolean> enqueueAll(List<NewItem> items) {
    return store.write(tx -> items.stream().map(item -> enqueue(tx, item)).toList());
  }

  /**
   * Accepts work unless the same (lane, kind, payload) is waiting already and has not begun: one
   * look at the merge request answers both.
   */
  public boolean enqueueUnlessWaiting(WriteTx tx, NewItem item) {
    return !ItemRows.waiting(tx, item) && enqueue(tx, item);
  }

  /** Takes the lane that has been due longest and begins its next item. */
  public Optional<Claim> claim(String owner) {
    return store.write(
        tx -> {
          for (Optional<Fence> lane = claimLane(tx, owner);
              lane.isPresent();
              lane = claimLane(tx, owner)) {
            Optional<WorkItem> item = begin(tx, lane.get());
            if (item.isPresent()) {
              return Optional.of(new Claim(item.get(), lane.get()));
            }
            LaneRows.release(tx, lane.get());
          }
          return Optional.empty();
        });
  }

  /** Whether the lane is still ours, and then for another lease. */
  public boolean renew(Fence fence) {
    return store.write(tx -> LaneRows.renew(tx, fence, tx.now().plus(settings.lease())));
  }

  /**
   * Records the outcome and gives the lane back, in one transaction.
   *
   * @throws LostLease when somebody else has the lane; then nothing was written
   */
  public void finish(Claim claim, Outcome outcome) {
    store.update(
        claim.fence(),
        tx -> {
          record(tx, claim.item(), outcome);
          LaneRows.release(tx, claim.fence());
        });
    wakeUp.signal();
  }

  /** Gives a dead item its tries back. */
  public boolean revive(long id) {
    boolean revived = store.write(tx -> ItemRows.revive(tx, id));
    wakeUp.signal();
    return revived;
  }

  /**
   * At start: where no other process can be alive all leases are void. Elsewhere they end by
   * themselves.
   */
  public int releaseLeftovers() {
    return store.shared() ? 0 : store.write(LaneRows::releaseAll);
  }

  /** Forgets items that were done so long ago, and with them their dedup keys. */
  public int prune(Duration keep) {
    return store.write(tx -> ItemRows.prune(tx, tx.now().minus(keep)));
  }

  public QueueStats stats() {
    return store.read(ItemRows::stats);
  }

  SetBackClock clock() {
    return new SetBackClock(store, settings.lease());
  }

  WakeUp wakeUp() {
    return wakeUp;
  }

  private Optional<Fence> claimLane(WriteTx tx, String owner) {
    return LaneRows.claim(tx, owner, tx.now().plus(settings.lease()));
  }

  /** The lane's next item; one whose last try ended with the process is dead by now. */
  private Optional<WorkItem> begin(WriteTx tx, Fence fence) {
    Optional<WorkItem> next = ItemRows.next(tx, fence.lane());
    while (next.isPresent() && next.get().attempts() >= tries(next.get())) {
      ItemRows.end(tx, next.get().id(), "DEAD", "the last try never ended");
      next = ItemRows.next(tx, fence.lane());
    }
    return next.filter(item -> !item.readyAt().isAfter(tx.now()))
        .map(item -> ItemRows.begin(tx, item));
  }

  private void record(WriteTx tx, WorkItem item, Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      done.writes().accept(tx);
      ItemRows.end(tx, item.id(), "DONE", null);
    } else if (outcome instanceof Outcome.Dead dead) {
      ItemRows.end(tx, item.id(), "DEAD", dead.reason());
    } else if (outcome instanceof Outcome.RetryLater retry) {
      if (item.attempts() >= tries(item)) {
        ItemRows.end(tx, item.id(), "DEAD", retry.reason());
      } else {
        ItemRows.retry(tx, item.id(), tx.now().plus(delay(item, retry)), retry.reason());
      }
    }
  }

  private int tries(WorkItem item) {
    return settings.retries(item.kind()).tries();
  }

  private Duration delay(WorkItem item, Outcome.RetryLater retry) {
    double random = ThreadLocalRandom.current().nextDouble();
    return retry
        .delay()
        .orElseGet(() -> settings.retries(item.kind()).delay(item.attempts(), random));
  }
}
