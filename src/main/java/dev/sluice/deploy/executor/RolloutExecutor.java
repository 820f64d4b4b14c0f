package dev.sluice.deploy.executor;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.DeploySettings;
import dev.sluice.deploy.Journal;
import dev.sluice.deploy.Pause;
import dev.sluice.deploy.Precautions;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Refused;
import dev.sluice.deploy.RolloutResult.Report;
import dev.sluice.deploy.RolloutResult.Superseded;
import dev.sluice.deploy.RolloutResult.Waiting;
import dev.sluice.deploy.Snapshots;
import dev.sluice.deploy.TakenOverException;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.ErrorClass;
import dev.sluice.target.TargetDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings a rollout's scripts to its target, each statement at most once, whatever dies in between.
 * Blocks until the try has ended; one call per target at a time is the lane's business, a second
 * one waits for the lock that this one holds in the target.
 */
public final class RolloutExecutor {
  private final Function<TargetName, TargetDatabase> targets;
  private final SqlReader reader;
  private final DeploySettings settings;
  private final Function<TargetName, Precautions> precautions;
  private final Clock clock;
  private final Pause pause;

  /**
   * @param targets knows every target that a rollout can name
   * @param precautions what to do for each one's safety
   */
  public RolloutExecutor(
      Function<TargetName, TargetDatabase> targets,
      SqlReader reader,
      DeploySettings settings,
      Function<TargetName, Precautions> precautions,
      Clock clock,
      Pause pause) {
    this.targets = targets;
    this.reader = reader;
    this.settings = settings;
    this.precautions = precautions;
    this.clock = clock;
    this.pause = pause;
  }

  /** Never throws for what a target, its data or its network do; see {@link RolloutResult}. */
  public RolloutResult run(Rollout rollout, Journal journal, Cancellation cancellation) {
    TargetDatabase target = targets.apply(rollout.target());
    RolloutPlan plan = RolloutPlan.of(rollout.scripts(), target.dialect(), reader);
    if (!plan.refusals().isEmpty()) {
      return new Refused(Report.EMPTY, plan.refusals());
    }
    Run run =
        new Run(
            rollout,
            plan,
            new Progress(rollout.id(), plan, journal, settings.progressInterval(), clock),
            new PendingCommit(),
            journal,
            cancellation,
            settings,
            precautions.apply(rollout.target()),
            clock,
            pause);
    try {
      return connections(run, new Sessions(run, target, Engines.of(target.dialect())));
    } catch (TakenOverException e) {
      return new Superseded(report(run), "Another worker has taken this deployment over.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Waiting(report(run), "Sluice is stopping; the rollout goes on when it is back.");
    }
  }

  /** A lost connection is followed by a new one, which reads in the target how far we came. */
  private RolloutResult connections(Run run, Sessions sessions) throws InterruptedException {
    for (int lost = 0; ; ) {
      try {
        Optional<RolloutResult> result = connection(run, sessions);
        if (result.isPresent()) {
          return result.get();
        }
      } catch (SQLException e) {
        lost++;
        Optional<RolloutResult> end = lost(run, sessions.target(), e, lost);
        if (end.isPresent()) {
          return end.get();
        }
        run.rest(settings.restAfter(lost));
      }
    }
  }

  private Optional<RolloutResult> connection(Run run, Sessions sessions)
      throws SQLException, InterruptedException {
    Sessions.Opened opened = sessions.open();
    if (opened.session().isEmpty()) {
      return Optional.of(locked(run, opened.holder()));
    }
    try (Session session = opened.session().get()) {
      return new Pass(run, session).proceed();
    }
  }

  private static RolloutResult locked(Run run, String holder) {
    return run.plan().steps().stream()
        .findFirst()
        .flatMap(run::cancelled)
        .map(ending -> ending.with(report(run)))
        .orElseGet(
            () ->
                new Waiting(
                    report(run),
                    "The lock of " + run.rollout().target() + " is held by " + holder + "."));
  }

  /** Empty when a new connection should be tried. */
  private Optional<RolloutResult> lost(
      Run run, TargetDatabase target, SQLException failure, int times) {
    ErrorClass kind = target.classify(failure);
    String words = run.rollout().target() + ": " + target.explain(failure).message();
    if (kind == ErrorClass.FAILED) {
      return Optional.of(new Refused(report(run), List.of(words)));
    }
    boolean again = run.progress().begun() && times < settings.attempts();
    return again ? Optional.empty() : Optional.of(new Waiting(report(run), words));
  }

  private static Report report(Run run) {
    return new Report(run.progress().all(), Snapshots.NONE);
  }
}
