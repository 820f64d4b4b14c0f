package dev.sluice.target;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What differs between database engines. One class per engine, one line in {@link #ALL}; the parts
 * of an engine are small classes of their own.
 */
interface TargetEngine {
  List<TargetEngine> ALL =
      List.of(
          new PostgresqlEngine(),
          new MysqlEngine(Dialect.MYSQL),
          new MysqlEngine(Dialect.MARIADB),
          new SqliteEngine());

  /** The engine of a dialect, if Sluice can talk to it yet. */
  static Optional<TargetEngine> of(Dialect dialect) {
    return ALL.stream().filter(e -> e.dialect() == dialect).findFirst();
  }

  Dialect dialect();

  /** A dedicated connection with the session settings of a deployment. */
  Connection openForDeploy(TargetSettings settings, String purpose) throws SQLException;

  /** A connection of the review account on which nothing can be changed. */
  Connection openForReview(TargetSettings settings) throws SQLException;

  CatalogReader catalogReader();

  SnapshotReader snapshotReader();

  ScriptReader scriptReader();

  ErrorReader errorReader();

  LoadReader load();

  ProbeEngine probes();

  DeploymentLock lock();

  /** Cancels what runs on the connection; called from another thread. */
  void cancel(Connection running) throws SQLException;

  /** Who keeps the waiting connection waiting, in words without SQL; asked on another one. */
  List<String> blockers(Connection other, Connection waiting) throws SQLException;

  /** How far the server says the running statement is; asked on another connection. */
  Optional<String> stage(Connection other, Connection running) throws SQLException;

  /** Asks the target where it can answer without executing, and nobody where it cannot. */
  SyntaxJudge judge(Connection connection);

  /**
   * A copy of the schema that the connection reads.
   *
   * @param server where it is made; not looked at by SQLite
   */
  Shadow shadow(Connection original, Optional<ShadowSettings> server) throws SQLException;

  /** The locks of the open transaction worth telling, each in words; empty if nobody tells. */
  List<String> heldLocks(Connection connection) throws SQLException;
}
