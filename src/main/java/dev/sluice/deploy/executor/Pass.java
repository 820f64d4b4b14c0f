package dev.sluice.deploy.executor;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.Leaves;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.AlreadyApplied;
import dev.sluice.deploy.RolloutResult.Refused;
import dev.sluice.deploy.RolloutResult.Report;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.RolloutResult.Superseded;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.deploy.ScriptPlan;
import dev.sluice.deploy.Snapshots;
import dev.sluice.deploy.Step;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What one connection does for a rollout: read what the target remembers, then go on from there.
 * The first try, a retry, and the resume after a crash are all this.
 */
record Pass(Run run, Session session) {

  /** Empty when a new connection must go on. */
  Optional<RolloutResult> proceed() throws SQLException, InterruptedException {
    History history = read();
    Optional<Ending> objection = objection(history);
    if (objection.isPresent()) {
      return Optional.of(objection.get().with(new Report(run.progress().all(), Snapshots.NONE)));
    }
    Optional<Ending> shut = shut(history);
    if (shut.isPresent()) {
      return Optional.of(shut.get().with(new Report(run.progress().all(), Snapshots.NONE)));
    }
    Photographer photographer = new Photographer(run, session);
    photographer.before(history);
    Keeping keeping = new Keeping(run, session);
    for (ScriptPlan plan : run.plan().scripts()) {
      Optional<HistoryRow> done = history.done(plan.script());
      if (done.isPresent()) {
        recall(plan, history, done.get());
        continue;
      }
      Optional<Ending> stop = new ScriptRun(run, session, keeping, history.statements()).run(plan);
      if (stop.isPresent()) {
        return Optional.of(finish(stop.get(), photographer, keeping));
      }
      if (plan.steps().stream().anyMatch(s -> s.leaves().kind() != Leaves.Kind.NOTHING)) {
        return Optional.empty(); // the next script begins with a session as it should be
      }
    }
    return Optional.of(finish(success(history), photographer, keeping));
  }

  /** A connection that was lost in the middle of a try does not bring it before its gates again. */
  private Optional<Ending> shut(History history) {
    return run.progress().begun() ? Optional.empty() : new GateKeeper(run, session).ask(history);
  }

  private History read() throws SQLException {
    if (!session.meta().present()) {
      session.note(Meta::create);
    }
    return new History(
        run.rollout(),
        session.meta().history(),
        session.meta().statements(run.rollout().id().value()));
  }

  private Optional<Ending> objection(History history) throws SQLException {
    TargetName target = run.rollout().target();
    if (history.token() > run.rollout().token()) {
      return Optional.of(
          report -> new Superseded(report, "A newer worker has deployed to " + target + "."));
    }
    List<String> conflicts = history.conflicts(run.plan().steps());
    return conflicts.isEmpty()
        ? unansweredCommit(history)
        : Optional.of(report -> new Refused(report, conflicts));
  }

  /** Our row is the answer; without it, the server must be sure that the transaction is gone. */
  private Optional<Ending> unansweredCommit(History history) throws SQLException {
    List<Step> steps = run.pendingCommit().steps();
    boolean inDoubt = steps.stream().anyMatch(s -> !history.statements().containsKey(s.seq()));
    Fate fate = inDoubt ? fate() : Fate.ABORTED;
    if (fate == Fate.COMMITTED || fate == Fate.IN_PROGRESS) {
      steps.forEach(run.progress()::unknown);
      return Optional.of(
          report ->
              new Unknown(
                  report,
                  run.progress().of(steps.get(0)),
                  "The answer to COMMIT was lost, and the server says of its transaction: "
                      + fate
                      + "."));
    }
    run.pendingCommit().answered();
    return Optional.empty();
  }

  private Fate fate() throws SQLException {
    Optional<String> name = run.pendingCommit().transaction();
    return name.isPresent()
        ? session.engine().fate(session.connection(), name.get())
        : Fate.NOT_KNOWN;
  }

  private void recall(ScriptPlan plan, History history, HistoryRow script) {
    for (Step step : plan.steps()) {
      StatementRow row = history.statements().get(step.seq());
      run.progress().recall(step, row != null ? row : script.asIfRun(step));
    }
  }

  private Ending success(History history) {
    boolean before = !run.progress().begun() && !history.knowsRollout();
    return before ? AlreadyApplied::new : Succeeded::new;
  }

  private RolloutResult finish(Ending ending, Photographer photographer, Keeping keeping)
      throws SQLException {
    keeping.settle();
    Snapshots snapshots = photographer.after();
    return ending.with(new Report(run.progress().all(), snapshots));
  }
}
