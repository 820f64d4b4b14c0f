package dev.sluice.flow.deploy;

import dev.sluice.deploy.Decision;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.flow.Steered;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutDecisions;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import java.util.List;

/** Takes rollouts up again that stopped. */
public final class GoOn {
  private final StoreDatabase store;
  private final OrderedRollouts rollouts;

  public GoOn(StoreDatabase store, OrderedRollouts rollouts) {
    this.store = store;
    this.rollouts = rollouts;
  }

  /** Goes on with rollouts that stopped. */
  public Steered retry(Fence fence, Order order) {
    List<RecordedRollout> stopped =
        rollouts.find(
            order, r -> r.state() == RolloutState.FAILED || r.state() == RolloutState.CANCELLED);
    if (stopped.isEmpty()) {
      boolean unknown = !rollouts.find(order, r -> r.state() == RolloutState.UNKNOWN).isEmpty();
      return unknown
          ? Steered.refused(
              Message.of(
                  "Nobody can tell whether the statement ran. Say which: retry"
                      + " statement <n> runs it again, skip statement <n> takes it as done."))
          : rollouts.nothing(order, Message.of("has stopped"));
    }
    store.update(fence, tx -> rollouts.again(tx, stopped, order));
    return Steered.done(Message.of("Goes on: %s.", OrderedRollouts.names(stopped)));
  }

  /** Decides about one statement of a stopped rollout and goes on. */
  public Steered decide(Fence fence, Order order, int statement, Decision.Verdict verdict) {
    List<RecordedRollout> stopped =
        rollouts.find(
            order, r -> r.state() == RolloutState.FAILED || r.state() == RolloutState.UNKNOWN);
    List<RecordedRollout> concerned =
        stopped.stream().filter(r -> undecided(r, statement)).toList();
    if (concerned.isEmpty()) {
      return Steered.refused(
          Message.of("No rollout of this merge request has stopped at statement %s.", statement));
    }
    if (concerned.size() > 1) {
      return Steered.refused(
          Message.of(
              "Several have stopped there: %s. Name one with --target.",
              OrderedRollouts.names(concerned)));
    }
    RecordedRollout rollout = concerned.get(0);
    store.update(
        fence,
        tx -> {
          Decision decision =
              new Decision(verdict, order.reason(), order.by().username(), tx.now());
          RolloutDecisions.save(tx, rollout.id(), statement, decision);
          rollouts.allow(tx, rollout, order);
        });
    return Steered.done(
        verdict == Decision.Verdict.SKIP
            ? Message.of("Statement %s will be left out; goes on: %s.", statement, rollout.target())
            : Message.of(
                "Statement %s will be run again; goes on: %s.", statement, rollout.target()));
  }

  private boolean undecided(RecordedRollout rollout, int statement) {
    List<StepResult> steps = store.read(tx -> RolloutSteps.of(tx, rollout.id()));
    return steps.stream()
        .anyMatch(
            s ->
                s.seq() == statement
                    && (s.state() == StepState.FAILED || s.state() == StepState.UNKNOWN));
  }
}
