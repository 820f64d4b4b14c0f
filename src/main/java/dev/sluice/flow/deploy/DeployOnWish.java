package dev.sluice.flow.deploy;

import dev.sluice.flow.Steered;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts rollouts in an environment that waits for a person. */
public final class DeployOnWish {
  private final StoreDatabase store;
  private final OrderedRollouts rollouts;
  private final Advance advance;

  public DeployOnWish(StoreDatabase store, OrderedRollouts rollouts, Advance advance) {
    this.store = store;
    this.rollouts = rollouts;
    this.advance = advance;
  }

  /**
   * @param through earlier changes on the same targets go first, instead of standing in the way
   */
  public Steered deploy(Fence fence, Order order, boolean through) {
    List<RecordedRollout> waiting = rollouts.find(order, r -> r.state() == RolloutState.WAITING);
    if (waiting.isEmpty()) {
      return rollouts.nothing(order, Message.of("waits to be deployed"));
    }
    RecordedRollout first = waiting.get(0);
    List<RecordedRollout> chosen =
        waiting.stream()
            .filter(r -> r.target().environment().equals(first.target().environment()))
            .toList();
    Optional<Message> blocked =
        chosen.stream().flatMap(r -> blockers(r, through).stream()).findFirst();
    if (blocked.isPresent()) {
      return Steered.refused(blocked.get());
    }
    store.update(
        fence,
        tx ->
            chosen.forEach(
                r -> withPredecessors(tx, r, through).forEach(p -> rollouts.allow(tx, p, order))));
    return Steered.done(Message.of("Queued: %s.", OrderedRollouts.names(chosen)));
  }

  private List<Message> blockers(RecordedRollout rollout, boolean through) {
    List<Message> blockers = new ArrayList<>();
    blockers.addAll(tooEarly(rollout));
    List<RecordedRollout> before = store.read(tx -> Rollouts.before(tx, rollout));
    if (!before.isEmpty() && !through) {
      blockers.add(
          Message.of(
              "Earlier changes are not deployed to %s yet: %s. Deploy them first, or add --through"
                  + " to deploy all of them in order.",
              rollout.target(), rollouts.changes(before)));
    }
    if (through) {
      before.stream().flatMap(p -> tooEarly(p).stream()).forEach(blockers::add);
    }
    return blockers;
  }

  private List<Message> tooEarly(RecordedRollout rollout) {
    List<RecordedRollout> siblings = store.read(tx -> Rollouts.of(tx, rollout.deployment()));
    List<RecordedRollout> earlier = advance.earlierIn(rollout, siblings);
    return earlier.isEmpty()
        ? List.of()
        : List.of(
            Message.of(
                "%s is not on %s yet, which comes before %s.",
                rollouts.changes(List.of(rollout)),
                OrderedRollouts.names(earlier),
                rollout.target()));
  }

  private List<RecordedRollout> withPredecessors(
      WriteTx tx, RecordedRollout rollout, boolean through) {
    List<RecordedRollout> all = new ArrayList<>(through ? Rollouts.before(tx, rollout) : List.of());
    all.add(rollout);
    return all;
  }
}
