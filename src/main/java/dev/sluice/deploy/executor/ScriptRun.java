package dev.sluice.deploy.executor;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.deploy.Reconnection;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.deploy.ScriptPlan;
import dev.sluice.deploy.Segment;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what is left of a script, segment by segment in the original order. */
final class ScriptRun {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptRun.class);

  private final Run run;
  private final Session session;
  private final Keeping keeping;
  private final Map<Integer, StatementRow> known;
  private final Stopwatch watch = new Stopwatch();

  ScriptRun(Run run, Session session, Keeping keeping, Map<Integer, StatementRow> known) {
    this.run = run;
    this.session = session;
    this.keeping = keeping;
    this.known = known;
  }

  Optional<Ending> run(ScriptPlan plan) throws SQLException, InterruptedException {
    run.journal().checkStillOurs(run.rollout().id());
    run.progress().begin();
    Reconnection reconnection = Reconnection.of(plan, this::ran, run::verdict);
    if (reconnection.missing().isPresent()) {
      return Optional.of(forgotten(plan, reconnection.missing().get()));
    }
    session.note(history(plan.script(), HistoryRow.STARTED));
    Session.Write close = close(plan.script());
    boolean closed = false;
    for (Segment segment : plan.segments()) {
      List<Step> todo = segment.steps().stream().filter(s -> !finished(s)).toList();
      recall(segment, reconnection.repeat());
      if (todo.isEmpty()) {
        continue;
      }
      closed = segment.last().equals(lastOf(plan));
      Optional<Ending> stop = run(segment, todo, closed ? close : meta -> {});
      if (stop.isPresent()) {
        noteFailure(plan);
        return stop;
      }
    }
    if (!closed) {
      session.note(close);
    }
    return Optional.empty();
  }

  private static Step lastOf(ScriptPlan plan) {
    return plan.segments().get(plan.segments().size() - 1).last();
  }

  private Optional<Ending> run(Segment segment, List<Step> todo, Session.Write closing)
      throws SQLException, InterruptedException {
    boolean begunAlone = todo.stream().map(s -> known.get(s.seq())).anyMatch(ScriptRun::isOpen);
    if (segment.transactional()
        && !begunAlone
        && session.engine().takesBack(session.connection(), todo)) {
      return new TransactionRun(run, session, keeping).run(todo, closing);
    }
    return alone(todo, closing);
  }

  private static boolean isOpen(@Nullable StatementRow row) {
    return row != null && row.state() == StepState.STARTED;
  }

  private Optional<Ending> alone(List<Step> todo, Session.Write closing)
      throws SQLException, InterruptedException {
    Step last = todo.get(todo.size() - 1);
    for (Step step : todo) {
      Optional<StatementRow> prior = Optional.ofNullable(known.get(step.seq()));
      Optional<Ending> stop =
          new AloneRun(run, session, keeping)
              .run(step, prior, step.equals(last) ? closing : meta -> {});
      if (stop.isPresent()) {
        return stop;
      }
    }
    return Optional.empty();
  }

  private boolean finished(Step step) {
    StatementRow row = known.get(step.seq());
    return row != null && row.finished();
  }

  private boolean ran(Step step) {
    StatementRow row = known.get(step.seq());
    return row != null && row.state() == StepState.DONE;
  }

  private void recall(Segment segment, Set<Integer> repeat) throws SQLException {
    for (Step step : segment.steps()) {
      StatementRow row = known.get(step.seq());
      if (row != null && row.finished()) {
        run.progress().recall(step, row);
        if (repeat.contains(step.seq())) {
          session.engine().run(session.connection(), step);
        }
      }
    }
  }

  private Ending forgotten(ScriptPlan plan, Reconnection.Missing missing) throws SQLException {
    for (Segment segment : plan.segments()) {
      recall(segment, Set.of());
    }
    run.progress().forgotten(missing.maker());
    return report ->
        new Unknown(
            report,
            run.progress().of(missing.maker()),
            "The connection was lost, and with it what statement %d had left in the session: %s. Statement %d needs it."
                .formatted(
                    missing.maker().seq(),
                    String.join(", ", new TreeSet<>(missing.maker().leaves().names())),
                    missing.user().seq()));
  }

  private Session.Write close(Script script) {
    Session.Write done = history(script, HistoryRow.DONE);
    Optional<String> undone =
        script.name().kind() == ScriptName.Kind.UNDO
            ? Optional.of(script.name().version())
            : script.undoes();
    return undone
        .map(Versions::canonical)
        .map(version -> done.and(meta -> meta.markUndone(version)))
        .orElse(done);
  }

  private Session.Write history(Script script, String status) {
    return meta -> {
      Instant now = run.clock().instant();
      meta.write(new HistoryEntry(run.rollout(), script, status, now, watch.elapsed()));
    };
  }

  /** For people who look into the target; a resume does not need it. */
  private void noteFailure(ScriptPlan plan) {
    Session.Write failures =
        meta -> {
          for (Step step : plan.steps()) {
            StepResult result = run.progress().of(step);
            if (result.state() == StepState.FAILED) {
              meta.write(run.rollout().id().value(), StatementRow.of(result, Optional.empty()));
            }
          }
        };
    try {
      session.note(failures.and(history(plan.script(), HistoryRow.FAILED)));
    } catch (SQLException e) {
      LOG.warn("cannot note the failure in the target: SQLSTATE {}", e.getSQLState());
    }
  }
}
