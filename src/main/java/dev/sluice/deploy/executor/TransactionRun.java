package dev.sluice.deploy.executor;

import dev.sluice.deploy.Decision;
import dev.sluice.deploy.Step;
import dev.sluice.target.ErrorClass;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Runs a segment as one transaction: the statements, our rows about them, COMMIT. All of it happens
 * or nothing does, so it may be tried again when a lock was in the way.
 */
record TransactionRun(Run run, Session session, Keeping keeping) {
  /** What came of a try: whether it is worth another, and whether nobody was in its way. */
  private record Attempt(Optional<Ending> ending, boolean again, boolean atOnce) {}

  /**
   * @param todo the segment's steps that are not done yet, at least one
   * @param closing what else belongs into the transaction
   */
  Optional<Ending> run(List<Step> todo, Session.Write closing)
      throws SQLException, InterruptedException {
    for (int attempt = 1; ; ) {
      Attempt result = attempt(todo, closing, attempt);
      if (result.atOnce()) {
        continue;
      }
      if (!result.again() || attempt >= run.settings().attempts()) {
        return result.ending();
      }
      run.rest(run.settings().restAfter(attempt++));
    }
  }

  private Attempt attempt(List<Step> todo, Session.Write closing, int number) throws SQLException {
    Step current = todo.get(0);
    try {
      keeping.prepare(todo);
      session.engine().begin(session.connection());
      for (Step step : todo) {
        current = step;
        Optional<Ending> stop = run.cancelled(step); // whether it is still ours counts at COMMIT
        if (stop.isPresent()) {
          return stopped(todo, stop.get());
        }
        runOrSkip(step);
      }
      session.write(rows(todo).and(closing));
      Optional<Ending> stop = run.gate(current);
      if (stop.isPresent()) {
        return stopped(todo, stop.get());
      }
      commit(todo);
      return new Attempt(Optional.empty(), false, false);
    } catch (SQLException e) {
      if (session.lost(e)) {
        throw e;
      }
      return refused(todo, current, e, number);
    }
  }

  private void runOrSkip(Step step) throws SQLException {
    Optional<Decision> skip = run.decision(step, Decision.Verdict.SKIP);
    if (skip.isPresent()) {
      run.progress().skipped(step, skip.get());
      return;
    }
    run.progress().startedInTransaction(step);
    Ran ran =
        session.watched(
            step,
            () -> keeping.around(step, () -> session.engine().run(session.connection(), step)));
    run.progress().ranInTransaction(step, ran);
  }

  private Session.Write rows(List<Step> todo) {
    return meta ->
        meta.write(
            run.rollout().id().value(),
            todo.stream()
                .map(step -> StatementRow.of(run.progress().of(step), Optional.empty()))
                .toList());
  }

  private void commit(List<Step> todo) throws SQLException {
    run.progress().write(); // COMMIT may take long, and people watch
    keeping.beforeCommit();
    run.pendingCommit().sent(todo, session.engine().transaction(session.connection()));
    session.engine().commit(session.connection());
    run.pendingCommit().answered();
    keeping.committed();
    run.progress().committed(todo);
  }

  private Attempt stopped(List<Step> todo, Ending ending) throws SQLException {
    session.engine().rollback(session.connection());
    keeping.rolledBack();
    run.progress().rolledBack(todo);
    return new Attempt(Optional.of(ending), false, false);
  }

  /** A deferred constraint speaks at COMMIT; then the last step stands for the transaction. */
  private Attempt refused(List<Step> todo, Step current, SQLException failure, int number)
      throws SQLException {
    run.pendingCommit().answered();
    session.engine().rollback(session.connection());
    keeping.rolledBack();
    Failures failures = new Failures(run, session);
    Ending ending = failures.failed(current, failure, number);
    run.progress().rolledBack(todo);
    boolean wanted = !run.cancellation().requested();
    boolean again = wanted && session.target().classify(failure) == ErrorClass.RETRYABLE_LOCK;
    if (again && number < run.settings().attempts()) {
      failures.tellRetry(current, number);
    }
    boolean atOnce = wanted && failure instanceof BackupMismatch;
    return new Attempt(Optional.of(ending), again, atOnce);
  }
}
