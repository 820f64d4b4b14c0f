package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.deploy.backup.BackupPlanner;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL 10 and later through pgjdbc. */
final class PostgresqlEngine implements Engine {
  @Override
  public MetaSchema metaSchema() {
    return MetaSchema.POSTGRESQL;
  }

  @Override
  public Traces traces() {
    return new PostgresqlTraces();
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    // what we call committed must survive a crash of the server (manual, "Asynchronous Commit")
    Jdbc.execute(
        connection,
        "select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit') = 'off'");
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** SET LOCAL, so that a role which the script set is back after our transaction. */
  @Override
  public void becomeOurselves(Connection connection, String user) throws SQLException {
    Jdbc.execute(connection, "set local role " + user);
  }

  @Override
  public String user(Connection connection) throws SQLException {
    return Jdbc.first(connection, "select quote_ident(current_user)").orElseThrow();
  }

  @Override
  public Ran run(Connection connection, Step step) throws SQLException {
    String sql = step.statement().text();
    if (!copiesFromStdin(step)) {
      return Jdbc.run(connection, sql, PostgresqlEngine::words);
    }
    try {
      long rows =
          connection
              .unwrap(PgConnection.class)
              .getCopyAPI()
              .copyIn(sql, new StringReader(step.statement().data()));
      return new Ran(OptionalLong.of(rows), List.of());
    } catch (IOException e) {
      throw new SQLException("COPY broke off: " + e.getMessage(), "08006", e);
    }
  }

  private static boolean copiesFromStdin(Step step) {
    return !step.statement().data().isEmpty()
        || step.statement().text().matches("(?is)copy\\b.*\\bfrom\\s+stdin\\b.*");
  }

  private static String words(SQLWarning warning) {
    if (warning instanceof PSQLWarning ours && ours.getServerErrorMessage() != null) {
      ServerErrorMessage message = ours.getServerErrorMessage();
      return message.getSeverity() + ": " + message.getMessage();
    }
    return String.valueOf(warning.getMessage());
  }

  @Override
  public Ran runAlone(Connection connection, Step step, Duration lockTimeout) throws SQLException {
    if (step.statement().tokens().stream().noneMatch(t -> t.is("CONCURRENTLY"))) {
      return run(connection, step);
    }
    String usual = Jdbc.first(connection, "show lock_timeout").orElseThrow();
    Jdbc.execute(connection, "set lock_timeout = " + lockTimeout.toMillis());
    Ran ran = run(connection, step);
    Jdbc.execute(connection, "set lock_timeout = '" + usual + "'");
    return ran;
  }

  @Override
  public BackupPlanner.Sources sources(Connection connection) {
    return new PostgresqlSources(connection);
  }

  @Override
  public boolean tellsBlockers() {
    return true;
  }

  /** {@code txid_…} has other names since 13, but exists in every version. */
  @Override
  public Optional<String> transaction(Connection connection) throws SQLException {
    return Jdbc.first(connection, "select txid_current()");
  }

  @Override
  public Fate fate(Connection connection, String transaction) throws SQLException {
    try {
      return switch (Jdbc.first(connection, "select txid_status(?)", Long.parseLong(transaction))
          .orElse("")) {
        case "committed" -> Fate.COMMITTED;
        case "aborted" -> Fate.ABORTED;
        case "in progress" -> Fate.IN_PROGRESS;
        default -> Fate.NOT_KNOWN;
      };
    } catch (SQLException e) {
      if ("22023".equals(e.getSQLState())) { // a number from the future: another server answers
        return Fate.NOT_KNOWN;
      }
      throw e;
    }
  }
}
