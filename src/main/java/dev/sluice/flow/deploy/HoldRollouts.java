package dev.sluice.flow.deploy;

import dev.sluice.flow.Steered;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutTiming.Word;
import dev.sluice.store.record.RolloutTimings;
import dev.sluice.store.record.Rollouts;
import java.util.List;

/** Keeps rollouts from starting until a person lets them go. */
public final class HoldRollouts {
  private final StoreDatabase store;
  private final OrderedRollouts rollouts;
  private final Advance advance;

  public HoldRollouts(StoreDatabase store, OrderedRollouts rollouts, Advance advance) {
    this.store = store;
    this.rollouts = rollouts;
    this.advance = advance;
  }

  /** What runs already runs on: that is what {@code cancel} is for. */
  public Steered hold(Fence fence, Order order) {
    return store.write(
        tx -> {
          fence.check(tx);
          List<RecordedRollout> open =
              rollouts.find(
                  tx, order, r -> !r.state().finished() && r.state() != RolloutState.RUNNING);
          if (open.isEmpty()) {
            return rollouts.nothing(order, Message.of("waits to be deployed"));
          }
          open.forEach(r -> hold(tx, r, order));
          advance.tend(tx, order.id());
          return Steered.done(Message.of("Held: %s.", OrderedRollouts.names(open)));
        });
  }

  private static void hold(WriteTx tx, RecordedRollout rollout, Order order) {
    RolloutTimings.hold(tx, rollout.id(), new Word(order.by().username(), order.reason()));
    if (rollout.state() == RolloutState.READY) {
      Rollouts.move(tx, rollout.id(), RolloutState.WAITING, "");
    }
    OrderedRollouts.ledger(tx, rollout, order, "rollout.held_by_person");
  }

  public Steered unhold(Fence fence, Order order) {
    return store.write(
        tx -> {
          fence.check(tx);
          List<RecordedRollout> held =
              rollouts.find(tx, order, r -> RolloutTimings.of(tx, r.id()).hold().isPresent());
          if (held.isEmpty()) {
            return rollouts.nothing(order, Message.of("is held"));
          }
          for (RecordedRollout rollout : held) {
            RolloutTimings.unhold(tx, rollout.id());
            OrderedRollouts.ledger(tx, rollout, order, "rollout.let_go");
            advance.advance(tx, rollout.deployment());
          }
          advance.tend(tx, order.id());
          return Steered.done(Message.of("Let go: %s.", OrderedRollouts.names(held)));
        });
  }
}
