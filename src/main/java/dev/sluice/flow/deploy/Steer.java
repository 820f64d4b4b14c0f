package dev.sluice.flow.deploy;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.flow.Landscape;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Person;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutDecisions;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.Rollouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What people do with the rollouts of a merge request. Each answer says what happened. */
public final class Steer {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final Advance advance;
  private final Running running;

  public Steer(
      StoreDatabase store, Supplier<Landscape> landscape, Advance advance, Running running) {
    this.store = store;
    this.landscape = landscape;
    this.advance = advance;
    this.running = running;
  }

  /**
   * An order.
   *
   * @param where an environment, a database or a target; empty: wherever it makes sense
   */
  public record Order(MergeRequestId id, Person by, Optional<String> where, String reason) {
    boolean means(TargetName target) {
      return where
          .map(
              w ->
                  w.equals(target.toString())
                      || w.equals(target.environment())
                      || w.equals(target.database()))
          .orElse(true);
    }
  }

  /** What came of it. */
  public record Steered(boolean done, String words) {}

  /** Deploys to an environment that waits for a person. */
  public Steered deploy(Fence fence, Order order, boolean through) {
    List<RecordedRollout> waiting = rollouts(order, r -> r.state() == RolloutState.WAITING);
    if (waiting.isEmpty()) {
      return nothing(order, "waits to be deployed");
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
                r -> withPredecessors(tx, r, through).forEach(p -> allow(tx, p, order))));
    return new Steered(true, "Queued: " + names(chosen) + ".");
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
              + changes(before)
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
            changes(List.of(rollout))
                + " is not on "
                + names(earlier)
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

  /** Goes on with rollouts that stopped. */
  public Steered retry(Fence fence, Order order) {
    List<RecordedRollout> stopped =
        rollouts(
            order, r -> r.state() == RolloutState.FAILED || r.state() == RolloutState.CANCELLED);
    if (stopped.isEmpty()) {
      boolean unknown = !rollouts(order, r -> r.state() == RolloutState.UNKNOWN).isEmpty();
      return unknown
          ? new Steered(
              false,
              "Nobody can tell whether the statement ran. Say which: retry"
                  + " statement <n> runs it again, skip statement <n> takes it as done.")
          : nothing(order, "has stopped");
    }
    store.update(fence, tx -> stopped.forEach(r -> allow(tx, r, order)));
    return new Steered(true, "Goes on: " + names(stopped) + ".");
  }

  /** Decides about one statement of a stopped rollout and goes on. */
  public Steered decide(Fence fence, Order order, int statement, Decision.Verdict verdict) {
    List<RecordedRollout> stopped =
        rollouts(order, r -> r.state() == RolloutState.FAILED || r.state() == RolloutState.UNKNOWN);
    List<RecordedRollout> concerned =
        stopped.stream().filter(r -> undecided(r, statement)).toList();
    if (concerned.isEmpty()) {
      return new Steered(
          false, "No rollout of this merge request has stopped at statement " + statement + ".");
    }
    if (concerned.size() > 1) {
      return new Steered(
          false, "Several have stopped there: " + names(concerned) + ". Name one with --target.");
    }
    RecordedRollout rollout = concerned.get(0);
    store.update(
        fence,
        tx -> {
          Decision decision =
              new Decision(verdict, order.reason(), order.by().username(), tx.now());
          RolloutDecisions.save(tx, rollout.id(), statement, decision);
          allow(tx, rollout, order);
        });
    String what = verdict == Decision.Verdict.SKIP ? "left out" : "run again";
    return new Steered(
        true,
        "Statement " + statement + " will be " + what + "; goes on: " + rollout.target() + ".");
  }

  private boolean undecided(RecordedRollout rollout, int statement) {
    List<StepResult> steps = store.read(tx -> RolloutSteps.of(tx, rollout.id()));
    return steps.stream()
        .anyMatch(
            s ->
                s.seq() == statement
                    && (s.state() == StepState.FAILED || s.state() == StepState.UNKNOWN));
  }

  /** Gives rollouts up, so that later changes pass. */
  public Steered skip(Fence fence, Order order) {
    List<RecordedRollout> open =
        rollouts(order, r -> !r.state().finished() && r.state() != RolloutState.RUNNING);
    if (open.isEmpty()) {
      return nothing(order, "can be skipped");
    }
    List<RecordedRollout> chosen =
        order.where().isPresent() ? open : open.stream().filter(Steer::stuck).toList();
    if (chosen.isEmpty()) {
      return new Steered(
          false,
          "Nothing has stopped. To skip one that waits, name it: --target " + open.get(0).target());
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
            ledger(tx, rollout, order, "rollout.skipped");
            advance.advance(tx, rollout.deployment());
            advance.wake(tx, rollout);
          }
          advance.tend(tx, order.id());
        });
    return new Steered(true, "Skipped: " + names(chosen) + ".");
  }

  private static boolean stuck(RecordedRollout rollout) {
    return rollout.state() == RolloutState.FAILED
        || rollout.state() == RolloutState.UNKNOWN
        || rollout.state() == RolloutState.CANCELLED;
  }

  /** Stops what runs, and takes back what is queued. */
  public Steered cancel(Fence fence, Order order) {
    List<RecordedRollout> active =
        rollouts(order, r -> r.state() == RolloutState.RUNNING || r.state() == RolloutState.READY);
    if (active.isEmpty()) {
      return nothing(order, "runs or is queued");
    }
    String by = order.by().username();
    for (RecordedRollout rollout : active) {
      running.cancel(rollout.id(), by);
    }
    store.update(
        fence,
        tx -> {
          for (RecordedRollout rollout : active) {
            if (rollout.state() == RolloutState.READY) {
              Rollouts.move(tx, rollout.id(), RolloutState.CANCELLED, "cancelled by " + by);
            }
            ledger(tx, rollout, order, "rollout.cancel");
          }
          advance.tend(tx, order.id());
        });
    return new Steered(true, "Stopping: " + names(active) + ". What is committed stays.");
  }

  private void allow(WriteTx tx, RecordedRollout rollout, Order order) {
    if (Rollouts.allow(tx, rollout.id(), order.by().username())) {
      ledger(tx, rollout, order, "rollout.allowed");
    }
    advance.wake(tx, rollout);
    advance.tend(tx, order.id());
  }

  private List<RecordedRollout> rollouts(Order order, Predicate<RecordedRollout> wanted) {
    return store.read(
        tx ->
            Deployments.of(tx, order.id()).stream()
                .flatMap(d -> Rollouts.of(tx, d.id()).stream())
                .filter(r -> order.means(r.target()))
                .filter(wanted)
                .toList());
  }

  private Steered nothing(Order order, String what) {
    boolean known =
        order.where().isEmpty()
            || landscape.get().databases().values().stream()
                .flatMap(d -> d.targets().stream())
                .anyMatch(order::means);
    String where = order.where().map(w -> " on " + w).orElse("");
    return new Steered(
        false,
        known
            ? "Nothing of this merge request " + what + where + "."
            : "There is no environment, database or target named "
                + order.where().orElse("")
                + ".");
  }

  private String changes(List<RecordedRollout> rollouts) {
    return store.read(
        tx ->
            rollouts.stream()
                .flatMap(r -> Deployments.find(tx, r.deployment()).stream())
                .map(RecordedDeployment::mergeRequest)
                .map(m -> "!" + m.iid())
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private static String names(List<RecordedRollout> rollouts) {
    return rollouts.stream()
        .map(r -> r.target().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static void ledger(WriteTx tx, RecordedRollout rollout, Order order, String action) {
    Ledger.append(
        tx,
        LedgerEntry.of(
                tx.now(),
                "gitlab:" + order.by().id() + ":" + order.by().username(),
                action,
                Subject.of(order.id()).on(rollout.target()))
            .reason(order.reason()));
  }
}
