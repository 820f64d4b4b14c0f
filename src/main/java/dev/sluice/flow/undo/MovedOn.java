package dev.sluice.flow.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.TargetName;
import dev.sluice.language.Message;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollouts;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Whether what a rollout touched is still as it left it. */
final class MovedOn {
  private static final int LOOK_BACK = 200;

  private final StoreDatabase store;
  private final Function<TargetName, Optional<TargetDatabase>> targets;

  MovedOn(StoreDatabase store, Function<TargetName, Optional<TargetDatabase>> targets) {
    this.store = store;
    this.targets = targets;
  }

  /** Why it cannot be taken back now; empty when it can. */
  Optional<Message> reason(Ran ran) {
    TargetName target = ran.rollout().target();
    if (ran.before().isEmpty() || ran.after().isEmpty()) {
      return Optional.of(
          Message.of("The schema of %s around this deployment was not recorded.", target));
    }
    Set<String> touched = TouchedObjects.between(ran.before().get(), ran.after().get());
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    Optional<TargetDatabase> database = targets.apply(target);
    if (database.isEmpty()) {
      return Optional.of(Message.of("%s is no longer in the configuration", target));
    }
    Looked<Snapshot> looked = database.get().lookAtSchema();
    if (looked instanceof Looked.Unreachable<Snapshot> unreachable) {
      return Optional.of(Message.of("%s is not reachable: %s", target, unreachable.why()));
    }
    Snapshot now = ((Looked.Seen<Snapshot>) looked).result();
    Set<String> moved = TouchedObjects.between(ran.after().get(), now);
    moved.retainAll(touched);
    return moved.isEmpty() ? Optional.empty() : Optional.of(words(ran, moved));
  }

  private Message words(Ran ran, Set<String> moved) {
    String names = String.join(", ", moved);
    List<String> later = store.read(tx -> later(tx, ran, moved));
    return later.isEmpty()
        ? Message.of(
            "%s has moved on since: %s is not what this deployment left, and no deployment of"
                + " Sluice changed it.",
            ran.rollout().target(), names)
        : Message.of(
            "%s has moved on since: %s changed %s. Take that back first, or fix forward.",
            ran.rollout().target(), String.join(", ", later), names);
  }

  /** Deployments behind this one that touched the same. */
  private static List<String> later(ReadTx tx, Ran ran, Set<String> moved) {
    Set<String> changes = new TreeSet<>();
    for (RecordedRollout other : Rollouts.history(tx, ran.rollout().target(), LOOK_BACK)) {
      if (other.deployment() > ran.deployment().id()) {
        Ran late = Ran.of(tx, other);
        if (late.before().isPresent() && late.after().isPresent()) {
          Set<String> touched = TouchedObjects.between(late.before().get(), late.after().get());
          touched.retainAll(moved);
          if (!touched.isEmpty()) {
            changes.add("!" + late.deployment().mergeRequest().iid());
          }
        }
      }
    }
    return new ArrayList<>(changes);
  }
}
