package dev.sluice.deploy.executor;

import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.DeploySettings;
import dev.sluice.deploy.Journal;
import dev.sluice.deploy.Pause;
import dev.sluice.deploy.Precautions;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.deploy.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** One call of the executor: what stays the same over all its connections. */
record Run(
    Rollout rollout,
    RolloutPlan plan,
    Progress progress,
    PendingCommit pendingCommit,
    Journal journal,
    Cancellation cancellation,
    DeploySettings settings,
    Precautions precautions,
    Clock clock,
    Pause pause) {
  private static final Duration SLICE = Duration.ofMillis(500);

  /** Whether the step may begin: throws when the work was taken over. */
  Optional<Ending> gate(Step step) {
    journal.checkStillOurs(rollout.id());
    return cancelled(step);
  }

  Optional<Ending> cancelled(Step step) {
    return cancellation
        .requestedBy()
        .map(by -> report -> new Cancelled(report, progress.of(step), by));
  }

  Optional<Decision.Verdict> verdict(Step step) {
    return Optional.ofNullable(rollout.decisions().get(step.seq())).map(Decision::verdict);
  }

  Optional<Decision> decision(Step step, Decision.Verdict verdict) {
    return Optional.ofNullable(rollout.decisions().get(step.seq()))
        .filter(d -> d.verdict() == verdict);
  }

  /** Waits, but not for what a person has cancelled meanwhile. */
  void rest(Duration total) throws InterruptedException {
    Duration left = total;
    while (!cancellation.requested() && left.compareTo(Duration.ZERO) > 0) {
      pause.rest(left.compareTo(SLICE) < 0 ? left : SLICE);
      left = left.minus(SLICE);
      journal.cancelledBy(rollout.id()).ifPresent(cancellation::request);
    }
  }
}
