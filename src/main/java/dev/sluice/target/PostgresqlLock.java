package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A session's advisory lock; advisory locks are per database. It is only ever tried: a session that
 * waits for it would hold a snapshot for which another's CREATE INDEX CONCURRENTLY waits, and the
 * server would end one of them as a deadlock.
 */
final class PostgresqlLock implements DeploymentLock {
  private static final int SLUICE = 0x5_1_01_CE;
  private static final int DEPLOYMENT = 1;

  @Override
  public Optional<String> tryLock(Connection connection, TargetSettings settings)
      throws SQLException {
    String got =
        Rows.text(connection, "select pg_try_advisory_lock(?, ?)::text", SLUICE, DEPLOYMENT);
    if (got.equals("true")) {
      return Optional.empty();
    }
    List<String> holders = PostgresqlSessions.holdersOfAdvisoryLock(connection, SLUICE, DEPLOYMENT);
    return Optional.of(holders.isEmpty() ? "a session that has just ended" : holders.get(0));
  }

  @Override
  public void unlock(Connection connection, TargetSettings settings) throws SQLException {
    String had = Rows.text(connection, "select pg_advisory_unlock(?, ?)::text", SLUICE, DEPLOYMENT);
    if (!had.equals("true")) {
      throw new SQLException(
          "the deployment lock was not held any more; is there a pooler in transaction mode"
              + " between Sluice and the database?",
          "55000");
    }
  }
}
