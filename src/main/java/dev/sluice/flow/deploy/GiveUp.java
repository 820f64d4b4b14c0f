package dev.sluice.flow.deploy;

import dev.sluice.flow.Steered;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Cancellations;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.util.List;

/** Stops rollouts, or leaves them out for good. */
public final class GiveUp {
  private final StoreDatabase store;
  private final OrderedRollouts rollouts;
  private final Advance advance;
  private final Running running;

  public GiveUp(StoreDatabase store, OrderedRollouts rollouts, Advance advance, Running running) {
    this.store = store;
    this.rollouts = rollouts;
    this.advance = advance;
    this.running = running;
  }

  /** Gives rollouts up, so that later changes pass. */
  public Steered skip(Fence fence, Order order) {
    List<RecordedRollout> open =
        rollouts.find(order, r -> !r.state().finished() && r.state() != RolloutState.RUNNING);
    if (open.isEmpty()) {
      return rollouts.nothing(order, Message.of("can be skipped"));
    }
    List<RecordedRollout> chosen =
        order.where().isPresent() ? open : open.stream().filter(GiveUp::stuck).toList();
    if (chosen.isEmpty()) {
      return Steered.refused(
          Message.of(
              "Nothing has stopped. To skip one that waits, name it: --target %s",
              open.get(0).target()));
    }
    store.update(
        fence,
        tx -> {
          for (RecordedRollout rollout : chosen) {
            Rollouts.move(
                tx,
                rollout.id(),
                RolloutState.SKIPPED,
                "skipped by " + order.by().username() + ": " + order.reason());
            OrderedRollouts.ledger(tx, rollout, order, "rollout.skipped");
            advance.advance(tx, rollout.deployment());
            advance.wake(tx, rollout);
          }
          advance.tend(tx, order.id());
        });
    return Steered.done(Message.of("Skipped: %s.", OrderedRollouts.names(chosen)));
  }

  private static boolean stuck(RecordedRollout rollout) {
    return rollout.state() == RolloutState.FAILED
        || rollout.state() == RolloutState.UNKNOWN
        || rollout.state() == RolloutState.CANCELLED;
  }

  /** Whether a person has queued it and it waits for its time. */
  private static boolean asked(RecordedRollout rollout) {
    String by = rollout.run().by();
    return rollout.state() == RolloutState.WAITING && !by.isEmpty() && !by.equals(Advance.MERGE);
  }

  /** Stops what runs, and takes back what is queued. */
  public Steered cancel(Fence fence, Order order) {
    List<RecordedRollout> active =
        rollouts.find(
            order,
            r -> r.state() == RolloutState.RUNNING || r.state() == RolloutState.READY || asked(r));
    if (active.isEmpty()) {
      return rollouts.nothing(order, Message.of("runs or is queued"));
    }
    String by = order.by().username();
    store.update(
        fence,
        tx -> {
          groupMates(tx, active, order)
              .forEach(
                  r -> Rollouts.move(tx, r.id(), RolloutState.CANCELLED, "cancelled by " + by));
          for (RecordedRollout rollout : active) {
            if (asked(rollout)) {
              rollouts.takeBack(tx, rollout, order);
              continue;
            }
            Cancellations.request(tx, rollout.id(), by);
            OrderedRollouts.ledger(tx, rollout, order, "rollout.cancel");
          }
          advance.tend(tx, order.id());
        });
    active.forEach(r -> running.cancel(r.id(), by)); // sooner than it would hear
    return Steered.done(
        Message.of("Stopping: %s. What is committed stays.", OrderedRollouts.names(active)));
  }

  /** Those of their groups that wait, else they would take the places that become free. */
  private static List<RecordedRollout> groupMates(
      ReadTx tx, List<RecordedRollout> active, Order order) {
    return active.stream()
        .filter(a -> !order.names(a.target()))
        .filter(a -> GroupPlaces.of(tx, a.deployment()).containsKey(a.id()))
        .flatMap(
            a ->
                Rollouts.of(tx, a.deployment()).stream()
                    .filter(r -> r.state() == RolloutState.WAITING)
                    .filter(r -> r.target().database().equals(a.target().database()))
                    .filter(r -> r.target().environment().equals(a.target().environment()))
                    .filter(r -> order.means(r.target())))
        .distinct()
        .toList();
  }
}
