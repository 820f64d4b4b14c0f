package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.deploy.Words;
import dev.sluice.deploy.backup.BackupPlanner;
import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** MySQL and MariaDB through MariaDB's driver: DDL commits by itself. */
record MysqlEngine(Dialect dialect) implements Engine {
  private static final int NO_SUCH_SAVEPOINT = 1305;
  private static final int NOT_ROLLED_BACK = 1196;

  /** What an open transaction takes back unless it commits or writes to MyISAM on its way. */
  private static final Set<String> TAKEN_BACK =
      Set.of("CALL", "EXECUTE", "INSERT", "REPLACE", "UPDATE", "DELETE", "WITH", "LOAD");

  @Override
  public MetaSchema metaSchema() {
    return MetaSchema.MYSQL;
  }

  @Override
  public Traces traces() {
    return new MysqlTraces();
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    Jdbc.execute(connection, "start transaction");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    Jdbc.execute(connection, "commit");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    Jdbc.execute(connection, "rollback");
  }

  /** A table of MyISAM, Aria or MEMORY keeps what a rolled back transaction did to it. */
  @Override
  public boolean takesBack(Connection connection, List<Step> steps) throws SQLException {
    List<String> keepers =
        Jdbc.column(
            connection,
            "select lower(t.table_name) from information_schema.tables t"
                + " join information_schema.engines e on e.engine = t.engine"
                + " where t.table_schema not in ('information_schema', 'performance_schema',"
                + " 'mysql', 'sys') and t.table_type = 'BASE TABLE' and e.transactions <> 'YES'");
    return keepers.isEmpty()
        || steps.stream()
            .flatMap(s -> s.statement().tokens().stream())
            .noneMatch(t -> t.isName() && keepers.contains(t.unquoted().toLowerCase(Locale.ROOT)));
  }

  /** SET ROLE is refused in scripts, so that we are ourselves all the time. */
  @Override
  public void becomeOurselves(Connection connection, String user) {}

  @Override
  public String user(Connection connection) {
    return "";
  }

  @Override
  public Ran run(Connection connection, Step step) throws SQLException {
    return Jdbc.run(connection, step.statement().text(), MysqlEngine::words);
  }

  private static String words(SQLWarning warning) {
    return warning.getErrorCode() + ": " + warning.getMessage();
  }

  @Override
  public Ran runAlone(Connection connection, Step step, Duration lockTimeout) throws SQLException {
    String verb = Words.of(step.statement()).first();
    return TAKEN_BACK.contains(verb) ? runInTransaction(connection, step) : run(connection, step);
  }

  /** A savepoint that is gone tells that the statement has committed on its way. */
  private Ran runInTransaction(Connection connection, Step step) throws SQLException {
    begin(connection);
    Jdbc.execute(connection, "savepoint sluice_alone");
    Ran ran;
    try {
      ran = run(connection, step);
    } catch (SQLException e) {
      if (connection.isValid(5) && !takenBack(connection)) {
        throw new HalfDoneException(e);
      }
      throw e;
    }
    commit(connection);
    return ran;
  }

  private boolean takenBack(Connection connection) throws SQLException {
    boolean whole = true;
    try {
      Jdbc.execute(connection, "rollback to savepoint sluice_alone");
    } catch (SQLException e) {
      if (e.getErrorCode() != NO_SUCH_SAVEPOINT) {
        throw e;
      }
      whole = false;
    }
    return Jdbc.warningCodes(connection, "rollback").noneMatch(c -> c == NOT_ROLLED_BACK) && whole;
  }

  /** MySQL's max_execution_time is for SELECT only. */
  @Override
  public boolean keepsTime() {
    return dialect == Dialect.MARIADB;
  }

  @Override
  public BackupPlanner.Sources sources(Connection connection) {
    return new MysqlSources(connection);
  }

  @Override
  public boolean tellsBlockers() {
    return true;
  }

  /** The lock outlives the transaction in the server, so our row alone tells what became of it. */
  @Override
  public Optional<String> transaction(Connection connection) {
    return Optional.empty();
  }

  @Override
  public Fate fate(Connection connection, String transaction) {
    return Fate.NOT_KNOWN;
  }
}
