package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.deploy.backup.BackupPlanner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the executor does differently on each engine: one class per engine, listed in Engines. */
interface Engine {
  /** Our tables in the target. */
  MetaSchema metaSchema();

  /** For statements that run outside a transaction. */
  Traces traces();

  /** Called once on a new connection, before anything else. */
  void prepare(Connection connection) throws SQLException;

  void begin(Connection connection) throws SQLException;

  void commit(Connection connection) throws SQLException;

  /** Takes the open transaction back; does nothing when there is none. */
  void rollback(Connection connection) throws SQLException;

  /** Whether a transaction of these steps that is rolled back leaves nothing behind. */
  default boolean takesBack(Connection connection, List<Step> steps) throws SQLException {
    return true;
  }

  /**
   * Called inside a transaction before our tables are written, whatever role a script took.
   *
   * @param user what {@link #user} returned
   */
  void becomeOurselves(Connection connection, String user) throws SQLException;

  /** Who we are when the session begins, ready for SQL; empty where the engine has no users. */
  String user(Connection connection) throws SQLException;

  /** Runs one statement to its end, all rows of a query included. */
  Ran run(Connection connection, Step step) throws SQLException;

  /**
   * Runs one statement outside a transaction of ours. Throws {@link HalfDoneException} when the
   * server refused it and a part is committed all the same.
   *
   * @param lockTimeout for statements that wait for others without blocking anybody
   */
  Ran runAlone(Connection connection, Step step, Duration lockTimeout) throws SQLException;

  /** What backups have to know of tables, as the connection sees them now. */
  BackupPlanner.Sources sources(Connection connection);

  /** Whether the server itself ends a statement that runs too long. */
  default boolean keepsTime() {
    return true;
  }

  /** Whether a second connection can see who keeps the first one waiting. */
  boolean tellsBlockers();

  /** Names the open transaction, so that a later session can ask for its fate. */
  Optional<String> transaction(Connection connection) throws SQLException;

  Fate fate(Connection connection, String transaction) throws SQLException;
}
