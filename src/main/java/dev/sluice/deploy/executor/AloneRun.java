package dev.sluice.deploy.executor;

import dev.sluice.bulk.BulkDirective;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.StepState;
import dev.sluice.deploy.executor.Traces.Trace;
import dev.sluice.target.ErrorClass;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs a statement that cannot share a transaction with our row about it. The row STARTED is
 * committed before; when nobody saw the statement end, the schema tells, or else a person.
 */
record AloneRun(Run run, Session session, Keeping keeping) {

  /**
   * @param prior what an earlier try wrote about the step
   * @param closing what else belongs into the transaction that notes the end
   */
  Optional<Ending> run(Step step, Optional<StatementRow> prior, Session.Write closing)
      throws SQLException, InterruptedException {
    Optional<Ending> stop = run.gate(step);
    if (stop.isPresent()) {
      return stop;
    }
    Optional<Decision> skip = run.decision(step, Decision.Verdict.SKIP);
    if (skip.isPresent()) {
      run.progress().skipped(step, skip.get());
      session.note(row(of(step, Optional.empty())).and(closing));
      return Optional.empty();
    }
    if (step.isBulk(BulkDirective.Kind.BATCH)) {
      keeping.inBatches(step);
      return new BatchRun(run, session, step).run(closing);
    }
    if (prior.isEmpty()) {
      return execute(step, closing);
    }
    return resume(step, prior.get(), closing);
  }

  private Optional<Ending> resume(Step step, StatementRow prior, Session.Write closing)
      throws SQLException, InterruptedException {
    Traces traces = session.engine().traces();
    Trace trace =
        OnlineRun.isMeant(step)
            ? OnlineRun.trace(session, step, prior.traceBefore())
            : traces.find(session.connection(), step, prior.traceBefore());
    boolean ended = prior.state() == StepState.FAILED;
    if (trace.kind() == Trace.Kind.DONE && !ended) {
      StatementRow done = prior.done(run.clock().instant(), OptionalLong.empty());
      session.note(row(done).and(closing));
      run.progress().recall(step, done);
      return Optional.empty();
    }
    if (trace.kind() == Trace.Kind.UNDECIDABLE && !ended && !mayRunAgain(step, prior)) {
      return Optional.of(unknown(step));
    }
    if (trace.kind() == Trace.Kind.LEFTOVER) {
      Optional<Ending> stop = clear(step, trace);
      if (stop.isPresent()) {
        return stop;
      }
    }
    return execute(step, closing);
  }

  private Optional<Ending> clear(Step step, Trace leftover) throws SQLException {
    try {
      session.watched(step, () -> session.engine().traces().clear(session.connection(), leftover));
      return Optional.empty();
    } catch (SQLException e) {
      if (session.lost(e)) {
        throw e;
      }
      return Optional.of(new Failures(run, session).failed(step, e, 1));
    }
  }

  /** A wish to run it again is used up by the run that followed it. */
  private boolean mayRunAgain(Step step, StatementRow prior) {
    return run.decision(step, Decision.Verdict.RUN_AGAIN)
        .filter(d -> d.at().isAfter(prior.startedAt()))
        .isPresent();
  }

  private Ending unknown(Step step) {
    run.progress().unknown(step);
    return report ->
        new Unknown(
            report,
            run.progress().of(step),
            "Sluice lost sight of the statement while it ran, and the schema does not tell whether"
                + " it took effect.");
  }

  private Optional<Ending> execute(Step step, Session.Write closing)
      throws SQLException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Optional<String> before = session.engine().traces().before(session.connection(), step);
      run.progress().started(step);
      session.note(row(of(step, before)));
      Ran ran;
      try {
        ran =
            OnlineRun.isMeant(step)
                ? new OnlineRun(run, session, step, before).perform()
                : session.watched(step, () -> keeping.alone(step, () -> runAlone(step)));
        refuseFlaw(step);
      } catch (HalfDoneException e) {
        return Optional.of(new Failures(run, session).halfDone(step, e));
      } catch (SQLException e) {
        if (session.lost(e)) {
          throw e;
        }
        Failures failures = new Failures(run, session);
        Ending ending = failures.failed(step, e, attempt);
        if (!mayTryAgain(step, before, e) || attempt >= run.settings().attempts()) {
          return Optional.of(ending);
        }
        failures.tellRetry(step, attempt);
        run.rest(run.settings().restAfter(attempt));
        Optional<Ending> stop = run.gate(step);
        if (stop.isPresent()) {
          return stop;
        }
        continue;
      }
      StatementRow done = of(step, before).done(run.progress().end(step), ran.rows());
      session.note(row(done).and(closing));
      keeping.ended(step);
      run.progress().ran(step, ran);
      return Optional.empty();
    }
  }

  private Ran runAlone(Step step) throws SQLException {
    return session
        .engine()
        .runAlone(session.connection(), step, run.settings().concurrentLockTimeout());
  }

  private void refuseFlaw(Step step) throws SQLException {
    Optional<String> flaw = session.engine().traces().flaw(session.connection(), step);
    if (flaw.isPresent()) {
      throw new SQLException(flaw.get(), "55000");
    }
  }

  private boolean mayTryAgain(Step step, Optional<String> before, SQLException failure)
      throws SQLException {
    return session.target().classify(failure) == ErrorClass.RETRYABLE_LOCK
        && !run.cancellation().requested()
        && session.engine().traces().find(session.connection(), step, before).kind()
            == Trace.Kind.NOT_RUN;
  }

  private StatementRow of(Step step, Optional<String> before) {
    return StatementRow.of(run.progress().of(step), before);
  }

  private Session.Write row(StatementRow row) {
    return meta -> meta.write(run.rollout().id().value(), row);
  }
}
