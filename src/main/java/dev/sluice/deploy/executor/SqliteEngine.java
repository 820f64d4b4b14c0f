package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.deploy.backup.BackupPlanner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** SQLite through sqlite-jdbc; DDL is transactional and a dead process leaves nothing running. */
final class SqliteEngine implements Engine {
  @Override
  public MetaSchema metaSchema() {
    return MetaSchema.SQLITE;
  }

  @Override
  public Traces traces() {
    return new SqliteTraces();
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
  }

  /** IMMEDIATE: a transaction that has to become a writer half way could not be retried. */
  @Override
  public void begin(Connection connection) throws SQLException {
    Jdbc.execute(connection, "begin immediate");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    Jdbc.execute(connection, "commit");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    try {
      Jdbc.execute(connection, "rollback");
    } catch (SQLException e) {
      // some failures have rolled back already, and SQLite offers no way to ask
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  @Override
  public void becomeOurselves(Connection connection, String user) {}

  @Override
  public String user(Connection connection) {
    return "";
  }

  @Override
  public Ran run(Connection connection, Step step) throws SQLException {
    return Jdbc.run(connection, step.statement().text(), w -> String.valueOf(w.getMessage()));
  }

  @Override
  public Ran runAlone(Connection connection, Step step, Duration lockTimeout) throws SQLException {
    return run(connection, step);
  }

  @Override
  public BackupPlanner.Sources sources(Connection connection) {
    return new SqliteSources(connection);
  }

  @Override
  public boolean tellsBlockers() {
    return false;
  }

  @Override
  public Optional<String> transaction(Connection connection) {
    return Optional.empty();
  }

  @Override
  public Fate fate(Connection connection, String transaction) {
    return Fate.NOT_KNOWN;
  }
}
