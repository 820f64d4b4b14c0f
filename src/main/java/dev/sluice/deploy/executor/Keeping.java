package dev.sluice.deploy.executor;

import dev.sluice.change.BackupPolicy;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.StepState;
import dev.sluice.deploy.backup.BackupDdl;
import dev.sluice.deploy.backup.BackupKind;
import dev.sluice.deploy.backup.BackupPlan;
import dev.sluice.deploy.backup.BackupPlan.Copy;
import dev.sluice.deploy.backup.BackupPlan.Move;
import dev.sluice.deploy.backup.BackupPlan.NotPossible;
import dev.sluice.deploy.backup.BackupPlanner;
import dev.sluice.deploy.backup.BackupState;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.deploy.backup.Shape;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps what statements take away: copies the rows right before each statement, in its transaction,
 * and compares how many were copied with how many it changed. Where they differ somebody wrote in
 * between; then the transaction is taken back and tried again with the table locked, and when that
 * does not help either, without the backup.
 */
final class Keeping {
  private final Run run;
  private final Session session;
  private final BackupTables tables;
  private final BackupPlanner planner;
  private final Map<Integer, Planned> planned = new TreeMap<>();
  private final Map<Integer, RecordedBackup> records = new TreeMap<>();
  private final Map<Integer, Integer> mismatches = new TreeMap<>();
  private Optional<String> noPlace = Optional.empty();
  private boolean placed;

  /** A plan with the table that was made for it, where tables are made before. */
  private record Planned(BackupPlan plan, Optional<RecordedBackup> made) {}

  Keeping(Run run, Session session) {
    this.run = run;
    this.session = session;
    this.tables =
        new BackupTables(
            session.connection(), new BackupDdl(session.target().dialect(), policy().schema()));
    this.planner =
        new BackupPlanner(
            session.target().dialect(), policy(), session.engine().sources(session.connection()));
  }

  private BackupPolicy policy() {
    return run.precautions().backup();
  }

  /** Called before the transaction begins, before each of its tries. */
  void prepare(List<Step> todo) throws SQLException {
    planned.clear();
    records.clear();
    List<Step> concerned = todo.stream().filter(s -> planner.concerns(s.statement())).toList();
    if (concerned.isEmpty()) {
      return;
    }
    makePlace();
    if (tables.ddl().commits()) {
      for (Step step : concerned) {
        planned.put(step.seq(), make(step, plan(step)));
      }
      if (planned.values().stream().anyMatch(p -> p.made().isPresent())) {
        tables.execute("set transaction isolation level repeatable read");
      }
    }
  }

  private void makePlace() throws SQLException {
    if (placed) {
      return;
    }
    placed = true;
    try {
      tables.makePlace();
    } catch (SQLException e) {
      if (session.lost(e)) {
        throw e;
      }
      String said = session.target().explain(e).message();
      noPlace = Optional.of("the account cannot make " + policy().schema() + ": " + said);
    }
  }

  private Planned make(Step step, BackupPlan plan) throws SQLException {
    if (!(plan instanceof Copy copy)) {
      return new Planned(plan, Optional.empty());
    }
    RecordedBackup backup = fresh(step, copy);
    tables.dropUnfinished(begun(step));
    run.journal().recordBackups(run.rollout().id(), List.of(backup));
    try {
      tables.create(backup, copy);
      return new Planned(plan, Optional.of(backup));
    } catch (SQLException e) {
      if (session.lost(e)) {
        throw e;
      }
      return new Planned(not(copy, words(e)), Optional.empty());
    }
  }

  private Optional<RecordedBackup> begun(Step step) {
    return run.journal().backups(run.rollout().id()).stream()
        .filter(b -> b.seq() == step.seq() && b.state() == BackupState.BEGUN)
        .findFirst();
  }

  private String words(SQLException e) {
    return "the copy was refused: " + session.target().explain(e).message();
  }

  private static NotPossible not(Copy copy, String reason) {
    return new NotPossible(copy.kind(), copy.source(), reason);
  }

  private BackupPlan plan(Step step) throws SQLException {
    BackupPlan plan = planner.plan(step.statement());
    if (plan instanceof Copy copy) {
      return madeHere(step, copy.source())
          ? new BackupPlan.Nothing()
          : obstacle(step).<BackupPlan>map(why -> not(copy, why)).orElse(copy);
    }
    return plan instanceof Move move && madeHere(step, move.source())
        ? new BackupPlan.Nothing()
        : plan;
  }

  private Optional<String> obstacle(Step step) {
    if (noPlace.isPresent()) {
      return noPlace;
    }
    if (before(step).anyMatch(a -> a instanceof Action.SetSetting s && isRole(s.name()))) {
      return Optional.of("the script runs as another role");
    }
    return mismatches.getOrDefault(step.seq(), 0) > 1
        ? Optional.of("other rows than were copied were changed, even with the table locked")
        : Optional.empty();
  }

  private static boolean isRole(String setting) {
    return setting.equals("role") || setting.equals("session_authorization");
  }

  /** What goes with the table when it is dropped again needs no backup. */
  private boolean madeHere(Step step, ObjectName table) {
    return before(step)
        .anyMatch(
            a ->
                a instanceof Action.CreateTable create
                    && !create.ifNotExists()
                    && create.table().name().equalsIgnoreCase(table.name()));
  }

  private Stream<Action> before(Step step) {
    return run.plan().steps().stream()
        .filter(s -> s.seq() < step.seq())
        .filter(s -> run.progress().of(s).state() == StepState.DONE)
        .flatMap(s -> s.statement().actions().stream());
  }

  private RecordedBackup fresh(Step step, Copy copy) {
    ObjectName name = tables.ddl().freshName(run.rollout().id().value(), step.seq(), copy.source());
    return backup(step, copy, name, BackupState.BEGUN, copy.note());
  }

  private RecordedBackup backup(
      Step step, Copy copy, ObjectName table, BackupState state, String note) {
    Instant now = run.clock().instant();
    return new RecordedBackup(
        run.rollout().id().value(),
        step.seq(),
        copy.kind(),
        copy.source(),
        table,
        copy.shape(),
        state,
        note,
        OptionalLong.empty(),
        OptionalLong.empty(),
        now,
        now.plus(policy().retention()));
  }

  /** Runs the statement in the open transaction, with what it takes away copied before. */
  Ran around(Step step, Session.Work work) throws SQLException {
    if (!planner.concerns(step.statement())) {
      return work.run();
    }
    Planned known = planned.get(step.seq());
    Planned use = known != null ? known : new Planned(plan(step), Optional.empty());
    if (use.plan() instanceof Copy copy) {
      return copied(step, copy, use.made(), work);
    }
    if (use.plan() instanceof Move move) {
      return moved(step, move);
    }
    if (use.plan() instanceof NotPossible no) {
      notPossible(step, no);
    }
    return work.run();
  }

  private Ran copied(Step step, Copy copy, Optional<RecordedBackup> made, Session.Work work)
      throws SQLException {
    RecordedBackup backup = made.orElseGet(() -> fresh(step, copy));
    boolean locked = mismatches.containsKey(step.seq());
    OptionalLong rows;
    try {
      tables.savepoint();
      if (made.isEmpty()) {
        tables.create(backup, copy);
      }
      rows = tables.fill(backup, copy, locked, policy().maxRows());
    } catch (SQLException e) {
      tables.takeBack(e, session);
      notPossible(step, not(copy, words(e)));
      return work.run();
    }
    if (rows.isEmpty() || tooBig(backup)) {
      tables.toSavepoint();
      notPossible(step, not(copy, tooMuch(rows)));
      return work.run();
    }
    if (rows.getAsLong() == 0) {
      tables.toSavepoint();
    }
    Ran ran = work.run();
    check(step, copy, backup, rows.getAsLong(), ran);
    records.put(
        step.seq(),
        rows.getAsLong() == 0
            ? backup.with(rows, OptionalLong.of(0)).with(BackupState.EMPTY)
            : backup.with(rows, tables.bytes(backup)));
    return ran;
  }

  private boolean tooBig(RecordedBackup backup) throws SQLException {
    return policy().maxBytes().isPresent()
        && tables.bytes(backup).orElse(0) > policy().maxBytes().get();
  }

  private String tooMuch(OptionalLong rows) {
    return rows.isEmpty()
        ? "it takes more than " + policy().maxRows() + " rows (max_rows)"
        : "its rows take more than " + policy().maxBytes().orElse(0L) + " bytes (max_bytes)";
  }

  /** As many rows as were locked by the copy are the same rows, unless a join decides. */
  private void check(Step step, Copy copy, RecordedBackup backup, long rows, Ran ran)
      throws SQLException {
    boolean same = !copy.counted() || ran.rows().orElse(-1) == rows;
    if (same && rows > 0) {
      same = tables.verified(backup, copy, rows);
    }
    if (!same) {
      mismatches.merge(step.seq(), 1, Integer::sum);
      throw new BackupMismatch();
    }
  }

  private void notPossible(Step step, NotPossible no) throws SQLException {
    if (policy().whenNotPossible() == BackupPolicy.Otherwise.REFUSE) {
      throw new SQLException(
          "It cannot be backed up, and the configuration says when_not_possible: refuse: "
              + no.reason(),
          "55000");
    }
    Instant now = run.clock().instant();
    records.put(
        step.seq(),
        new RecordedBackup(
            run.rollout().id().value(),
            step.seq(),
            no.kind(),
            no.source(),
            ObjectName.of(""),
            Shape.NONE,
            BackupState.NOT_POSSIBLE,
            no.reason(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            now,
            now));
  }

  private Ran moved(Step step, Move move) throws SQLException {
    RecordedBackup backup = moving(step, move);
    tables.move(backup);
    records.put(step.seq(), backup);
    return Ran.NOTHING;
  }

  private RecordedBackup moving(Step step, Move move) throws SQLException {
    Instant now = run.clock().instant();
    return new RecordedBackup(
        run.rollout().id().value(),
        step.seq(),
        BackupKind.TABLE,
        move.source(),
        tables.ddl().freshHome(run.rollout().id().value(), step.seq(), move.source()),
        move.shape(),
        BackupState.BEGUN,
        "",
        OptionalLong.empty(),
        OptionalLong.empty(),
        now,
        now.plus(policy().retention()));
  }

  /** Runs a statement that commits by itself; here only what takes whole tables or columns. */
  Ran alone(Step step, Session.Work work) throws SQLException {
    if (!planner.concerns(step.statement())) {
      return work.run();
    }
    records.clear();
    makePlace();
    BackupPlan plan = plan(step);
    if (plan instanceof Move move) {
      RecordedBackup backup = moving(step, move);
      run.journal().recordBackups(run.rollout().id(), List.of(backup));
      tables.move(backup);
      records.put(step.seq(), backup);
      return Ran.NOTHING;
    }
    if (plan instanceof Copy copy) {
      return copy.lockable()
          ? without(step, not(copy, "it runs outside a transaction"), work)
          : aloneCopied(step, copy, work);
    }
    return plan instanceof NotPossible no ? without(step, no, work) : work.run();
  }

  /** Says of a statement that is cut into batches that it is not backed up. */
  void inBatches(Step step) throws SQLException {
    if (planner.concerns(step.statement())) {
      BackupPlan plan = planner.plan(step.statement());
      if (plan instanceof Copy copy && !madeHere(step, copy.source())) {
        notPossible(step, not(copy, "it is cut into batches, and what one committed stays"));
        run.journal().recordBackups(run.rollout().id(), List.copyOf(records.values()));
      }
      records.clear();
    }
  }

  private Ran without(Step step, NotPossible no, Session.Work work) throws SQLException {
    notPossible(step, no);
    return work.run();
  }

  private Ran aloneCopied(Step step, Copy copy, Session.Work work) throws SQLException {
    Optional<RecordedBackup> earlier = begun(step);
    if (earlier.isPresent() && tables.rows(earlier.get()).orElse(0) > 0) {
      records.put(step.seq(), earlier.get().with(tables.rows(earlier.get()), OptionalLong.empty()));
      return work.run(); // nobody knows whether it ran then; the copy is from before
    }
    Planned made = make(step, copy);
    if (made.plan() instanceof NotPossible no) {
      return without(step, no, work);
    }
    RecordedBackup backup = made.made().orElseThrow();
    try {
      OptionalLong rows = tables.fillAlone(backup, copy, policy().maxRows());
      if (rows.isEmpty()) {
        tables.drop(backup);
        return without(step, not(copy, tooMuch(rows)), work);
      }
      records.put(step.seq(), backup.with(rows, OptionalLong.empty()));
      return work.run();
    } catch (SQLException e) {
      if (!session.lost(e)) {
        tables.unlock();
        tables.drop(backup);
        record(backup.with(BackupState.DROPPED));
        records.remove(step.seq());
      }
      throw e;
    } finally {
      if (session.connection().isValid(1)) {
        tables.unlock();
      }
    }
  }

  /** The statement that ran alone is done and noted. */
  void ended(Step step) throws SQLException {
    if (records.containsKey(step.seq())) {
      committed();
    }
  }

  /** From here on the record knows what may be there, whatever becomes of us. */
  void beforeCommit() {
    if (!tables.ddl().commits() && !records.isEmpty()) {
      run.journal().recordBackups(run.rollout().id(), List.copyOf(records.values()));
    }
  }

  /** The transaction is committed, and with it the copies. */
  void committed() throws SQLException {
    List<RecordedBackup> known = records.values().stream().map(Keeping::kept).toList();
    if (known.isEmpty()) {
      return;
    }
    run.journal().recordBackups(run.rollout().id(), known.stream().map(this::measured).toList());
    dropUnused();
    records.clear();
    planned.clear();
  }

  private static RecordedBackup kept(RecordedBackup backup) {
    return backup.state() == BackupState.BEGUN ? backup.with(BackupState.KEPT) : backup;
  }

  /** What is told of the size is not worth a failure. */
  private RecordedBackup measured(RecordedBackup backup) {
    if (backup.state() != BackupState.KEPT || backup.bytes().isPresent()) {
      return backup;
    }
    return backup.with(backup.rows(), tables.measured(backup));
  }

  /** Tables that were made before the transaction, and into which nothing was copied. */
  private void dropUnused() throws SQLException {
    for (Map.Entry<Integer, Planned> entry : planned.entrySet()) {
      RecordedBackup record = records.get(entry.getKey());
      Optional<RecordedBackup> made = entry.getValue().made();
      if (made.isPresent() && (record == null || record.state() != BackupState.BEGUN)) {
        tables.drop(made.get());
      }
    }
  }

  /** The transaction was taken back, and with it the copies. */
  void rolledBack() throws SQLException {
    for (Planned one : planned.values()) {
      if (one.made().isPresent()) {
        tables.drop(one.made().get());
        record(one.made().get().with(BackupState.DROPPED));
      }
    }
    planned.clear();
    records.clear();
  }

  private void record(RecordedBackup backup) {
    run.journal().recordBackups(run.rollout().id(), List.of(backup));
  }

  /** What a try that died has left open: the target tells whether the copy is there. */
  void settle() throws SQLException {
    for (RecordedBackup backup : run.journal().backups(run.rollout().id())) {
      if (backup.state() == BackupState.BEGUN) {
        settle(backup);
      }
    }
  }

  private void settle(RecordedBackup backup) throws SQLException {
    boolean committed =
        run.plan().steps().stream()
            .filter(s -> s.seq() == backup.seq())
            .map(run.progress()::of)
            .anyMatch(r -> r.committed());
    OptionalLong rows = tables.rows(backup);
    if (committed) {
      record(
          rows.isPresent()
              ? measured(backup.with(rows, OptionalLong.empty()).with(BackupState.KEPT))
              : backup.with(BackupState.DROPPED));
    } else if (rows.isEmpty()) {
      record(backup.with(BackupState.DROPPED));
    } else if (rows.getAsLong() == 0) {
      tables.drop(backup);
      record(backup.with(BackupState.DROPPED));
    }
  }
}
