package dev.sluice.flow.deploy;

import dev.sluice.deploy.RolloutId;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.Steered;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.language.Message;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutTimings;
import dev.sluice.store.record.Rollouts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rollouts that an order is about, and what every order does with them. */
public final class OrderedRollouts {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final Advance advance;

  public OrderedRollouts(StoreDatabase store, Supplier<Landscape> landscape, Advance advance) {
    this.store = store;
    this.landscape = landscape;
    this.advance = advance;
  }

  public List<RecordedRollout> find(Order order, Predicate<RecordedRollout> wanted) {
    return store.read(tx -> find(tx, order, wanted));
  }

  List<RecordedRollout> find(ReadTx tx, Order order, Predicate<RecordedRollout> wanted) {
    return Deployments.of(tx, order.id()).stream()
        .flatMap(d -> Rollouts.of(tx, d.id()).stream())
        .filter(r -> order.means(r.target()))
        .filter(wanted)
        .toList();
  }

  /** What waits in the first environment that the order can mean. */
  List<RecordedRollout> firstEnvironment(Order order) {
    List<RecordedRollout> waiting = find(order, r -> r.state() == RolloutState.WAITING);
    return waiting.stream()
        .filter(r -> r.target().environment().equals(waiting.get(0).target().environment()))
        .toList();
  }

  /** Lets a rollout run, for the first time or again. */
  void allow(WriteTx tx, RecordedRollout rollout, Order order) {
    if (Rollouts.allow(tx, rollout.id(), order.by().username())) {
      ledger(tx, rollout, order, "rollout.allowed");
    }
    advance.wake(tx, rollout);
    advance.tend(tx, order.id());
  }

  /** Has rollouts that stopped go on; those of a group within its limits. */
  void again(WriteTx tx, List<RecordedRollout> stopped, Order order) {
    for (RecordedRollout rollout : stopped) {
      if (!GroupPlaces.of(tx, rollout.deployment()).containsKey(rollout.id())) {
        allow(tx, rollout, order);
      } else if (Rollouts.again(tx, rollout.id(), order.by().username())) {
        ledger(tx, rollout, order, "rollout.allowed");
      }
    }
    advance(tx, stopped, order);
  }

  private void advance(WriteTx tx, List<RecordedRollout> changed, Order order) {
    changed.stream()
        .map(RecordedRollout::deployment)
        .distinct()
        .forEach(deployment -> advance.advance(tx, deployment));
    advance.tend(tx, order.id());
  }

  /** Has rollouts start by themselves, each as soon as it may. */
  void queue(WriteTx tx, List<RecordedRollout> chosen, Order order, String action) {
    for (RecordedRollout rollout : chosen) {
      Rollouts.ask(tx, rollout.id(), order.by().username());
      ledger(tx, rollout, order, action);
    }
    advance(tx, chosen, order);
  }

  /** What was asked for and has not begun waits for a person again. */
  void takeBack(WriteTx tx, RecordedRollout rollout, Order order) {
    Rollouts.ask(tx, rollout.id(), "");
    RolloutTimings.unplan(tx, rollout.id());
    RolloutTimings.unrush(tx, rollout.id());
    ledger(tx, rollout, order, "rollout.taken_back");
    advance.tend(tx, order.id());
  }

  /** What a rollout waits for; empty once it may go. */
  Optional<Message> waits(ReadTx tx, RolloutId id, Pipeline pipeline) {
    return Rollouts.find(tx, id)
        .filter(r -> r.state() == RolloutState.WAITING)
        .flatMap(r -> pipeline.ask(tx, r).words());
  }

  /** The answer to an order that finds no rollout. */
  public Steered nothing(Order order, Message what) {
    boolean known =
        order.where().isEmpty()
            || landscape.get().databases().values().stream()
                .flatMap(d -> d.targets().stream())
                .anyMatch(order::means);
    String where = order.where().orElse("");
    if (!known) {
      return Steered.refused(
          Message.of("There is no environment, database or target named %s.", where));
    }
    return Steered.refused(
        where.isEmpty()
            ? Message.of("Nothing of this merge request %s.", what)
            : Message.of("Nothing of this merge request %s on %s.", what, where));
  }

  /** The merge requests that rollouts belong to: {@code !5, !7}. */
  String changes(List<RecordedRollout> rollouts) {
    return store.read(
        tx ->
            rollouts.stream()
                .flatMap(r -> Deployments.find(tx, r.deployment()).stream())
                .map(RecordedDeployment::mergeRequest)
                .map(m -> "!" + m.iid())
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  static String names(List<RecordedRollout> rollouts) {
    return rollouts.stream()
        .map(r -> r.target().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  static void ledger(WriteTx tx, RecordedRollout rollout, Order order, String action) {
    Ledger.append(
        tx,
        LedgerEntry.of(
                tx.now(),
                LedgerEntry.person(order.by().id(), order.by().username()),
                action,
                Subject.of(order.id()).on(rollout.target()))
            .reason(order.reason()));
  }
}
