package dev.sluice.flow.deploy;

import dev.sluice.flow.Steered;
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
      return rollouts.nothing(order, "waits to be deployed");
    }
    RecordedRollout first = waiting.get(0);
    List<RecordedRollout> chosen =
        waiting.stream()
            .filter(r -> r.target().environment().equals(first.target().environment()))
            .toList();
    Optional<String> blocked =
        chosen.stream().flatMap(r -> blockers(r, through).stream()).findFirst();
    if (blocked.isPresent()) {
      return new Steered(false, blocked.get());
    }
    store.update(
        fence,
        tx ->
            chosen.forEach(
                r -> withPredecessors(tx, r, through).forEach(p -> rollouts.allow(tx, p, order))));
    return new Steered(true, "Queued: " + OrderedRollouts.names(chosen) + ".");
  }

  private List<String> blockers(RecordedRollout rollout, boolean through) {
    List<String> blockers = new ArrayList<>();
    blockers.addAll(tooEarly(rollout));
    List<RecordedRollout> before = store.read(tx -> Rollouts.before(tx, rollout));
    if (!before.isEmpty() && !through) {
      blockers.add(
          "Earlier changes are not deployed to "
              + rollout.target()
              + " yet: "
              + rollouts.changes(before)
              + ". Deploy them first, or add --through to deploy all of them in order.");
    }
    if (through) {
      before.stream().flatMap(p -> tooEarly(p).stream()).forEach(blockers::add);
    }
    return blockers;
  }

  private List<String> tooEarly(RecordedRollout rollout) {
    List<RecordedRollout> siblings = store.read(tx -> Rollouts.of(tx, rollout.deployment()));
    List<RecordedRollout> earlier = advance.earlierIn(rollout, siblings);
    return earlier.isEmpty()
        ? List.of()
        : List.of(
            rollouts.changes(List.of(rollout))
                + " is not on "
                + OrderedRollouts.names(earlier)
                + " yet, which comes before "
                + rollout.target()
                + ".");
  }

  private List<RecordedRollout> withPredecessors(
      WriteTx tx, RecordedRollout rollout, boolean through) {
    List<RecordedRollout> all = new ArrayList<>(through ? Rollouts.before(tx, rollout) : List.of());
    all.add(rollout);
    return all;
  }
}
