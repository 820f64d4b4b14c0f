package dev.sluice.flow.deploy;

import dev.sluice.flow.Steered;
import dev.sluice.flow.pipeline.MayStart;
import dev.sluice.flow.pipeline.MayStart.Rejected;
import dev.sluice.flow.pipeline.MayStart.Wait;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutTiming.Word;
import dev.sluice.store.record.RolloutTimings;
import dev.sluice.store.record.Rollouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Starts rollouts in an environment that waits for a person, now or as soon as they may. */
public final class DeployOnWish {
  private final StoreDatabase store;
  private final OrderedRollouts rollouts;
  private final Pipeline pipeline;
  private final MayOverride override;

  public DeployOnWish(
      StoreDatabase store, OrderedRollouts rollouts, Pipeline pipeline, MayOverride override) {
    this.store = store;
    this.rollouts = rollouts;
    this.pipeline = pipeline;
    this.override = override;
  }

  /**
   * @param through earlier changes on the same targets go first, instead of standing in the way
   */
  public Steered deploy(Fence fence, Order order, boolean through) {
    List<RecordedRollout> chosen = rollouts.firstEnvironment(order);
    return chosen.isEmpty()
        ? rollouts.nothing(order, Message.of("waits to be deployed"))
        : write(fence, tx -> deploy(tx, order, chosen, through));
  }

  /** Whatever windows, freezes and soak say; approvals, order and holds still count. */
  public Steered rush(Fence fence, Order order, boolean through) {
    List<RecordedRollout> chosen = rollouts.firstEnvironment(order);
    if (chosen.isEmpty()) {
      return rollouts.nothing(order, Message.of("waits to be deployed"));
    }
    Optional<Message> denial = override.denial(order, chosen.get(0).target().environment());
    return denial.isPresent()
        ? Steered.refused(denial.get())
        : write(fence, tx -> rush(tx, order, chosen, through));
  }

  private Steered write(Fence fence, Function<WriteTx, Steered> work) {
    return store.write(
        tx -> {
          fence.check(tx);
          return work.apply(tx);
        });
  }

  private Steered rush(WriteTx tx, Order order, List<RecordedRollout> chosen, boolean through) {
    Word word = new Word(order.by().username(), order.reason());
    for (RecordedRollout rollout : chosen) {
      RolloutTimings.rush(tx, rollout.id(), word);
      OrderedRollouts.ledger(tx, rollout, order, "rollout.rushed");
    }
    Steered steered = deploy(tx, order, chosen, through);
    if (!steered.done()) {
      chosen.forEach(r -> RolloutTimings.unrush(tx, r.id()));
    }
    return steered;
  }

  private Steered deploy(WriteTx tx, Order order, List<RecordedRollout> chosen, boolean through) {
    List<RecordedRollout> all =
        chosen.stream().flatMap(r -> withEarlier(tx, r, through).stream()).distinct().toList();
    List<MayStart> answers = all.stream().map(r -> pipeline.wanted(tx, r, through)).toList();
    Optional<MayStart> refusal = answers.stream().filter(Rejected.class::isInstance).findFirst();
    if (refusal.isPresent()) {
      return Steered.refused(((Rejected) refusal.get()).reason().sentence());
    }
    List<RecordedRollout> queued = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      RecordedRollout rollout = all.get(i);
      RolloutTimings.unplan(tx, rollout.id()); // now is sooner than any plan
      boolean waits = answers.get(i) instanceof Wait || pipeline.group(tx, rollout).isPresent();
      if (waits && rollout.state() == RolloutState.WAITING) {
        outOfLine(tx, rollout, order);
        queued.add(rollout);
      } else {
        rollouts.allow(tx, rollout, order);
      }
    }
    rollouts.queue(tx, queued, order, "rollout.queued");
    return queued(chosen, answers);
  }

  /** Whom a person names goes with the canaries: it waits for none, and shows how it goes. */
  private static void outOfLine(WriteTx tx, RecordedRollout rollout, Order order) {
    if (order.names(rollout.target())) {
      GroupPlaces.first(tx, rollout.id());
    }
  }

  private static Steered queued(List<RecordedRollout> chosen, List<MayStart> answers) {
    String names = OrderedRollouts.names(chosen);
    List<Message> waits =
        answers.stream()
            .filter(Wait.class::isInstance)
            .flatMap(a -> a.words().stream())
            .distinct()
            .toList();
    return Steered.done(
        waits.isEmpty()
            ? Message.of("Queued: %s.", names)
            : Message.of("Queued: %s. It starts by itself: %s.", names, waits));
  }

  private static List<RecordedRollout> withEarlier(
      ReadTx tx, RecordedRollout rollout, boolean through) {
    List<RecordedRollout> all = new ArrayList<>(through ? Rollouts.before(tx, rollout) : List.of());
    all.add(rollout);
    return all;
  }
}
