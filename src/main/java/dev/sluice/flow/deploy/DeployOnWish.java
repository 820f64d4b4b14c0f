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
import dev.sluice.store.record.Rollouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts rollouts in an environment that waits for a person, now or as soon as they may. */
public final class DeployOnWish {
  private final StoreDatabase store;
  private final OrderedRollouts rollouts;
  private final Pipeline pipeline;

  public DeployOnWish(StoreDatabase store, OrderedRollouts rollouts, Pipeline pipeline) {
    this.store = store;
    this.rollouts = rollouts;
    this.pipeline = pipeline;
  }

  /**
   * @param through earlier changes on the same targets go first, instead of standing in the way
   */
  public Steered deploy(Fence fence, Order order, boolean through) {
    List<RecordedRollout> chosen = chosen(order);
    if (chosen.isEmpty()) {
      return rollouts.nothing(order, Message.of("waits to be deployed"));
    }
    return store.write(
        tx -> {
          fence.check(tx);
          return deploy(tx, order, chosen, through);
        });
  }

  /** What waits in the first environment that the order can mean. */
  private List<RecordedRollout> chosen(Order order) {
    List<RecordedRollout> waiting = rollouts.find(order, r -> r.state() == RolloutState.WAITING);
    return waiting.stream()
        .filter(r -> r.target().environment().equals(waiting.get(0).target().environment()))
        .toList();
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
      boolean waits = answers.get(i) instanceof Wait || pipeline.group(tx, all.get(i)).isPresent();
      if (waits && all.get(i).state() == RolloutState.WAITING) {
        outOfLine(tx, all.get(i), order);
        queued.add(all.get(i));
      } else {
        rollouts.allow(tx, all.get(i), order);
      }
    }
    rollouts.queue(tx, queued, order);
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
