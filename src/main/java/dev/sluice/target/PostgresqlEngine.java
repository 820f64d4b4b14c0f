package dev.sluice.target;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/** PostgreSQL 12 and later through pgjdbc. */
final class PostgresqlEngine implements TargetEngine {
  private final PostgresqlCatalogReader catalogs = new PostgresqlCatalogReader();
  private final PostgresqlSnapshotReader snapshots = new PostgresqlSnapshotReader();
  private final PostgresqlErrors errors = new PostgresqlErrors();
  private final PostgresqlLock lock = new PostgresqlLock();
  private final PostgresqlProbes probes = new PostgresqlProbes();

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public Connection openForDeploy(TargetSettings settings, String purpose) throws SQLException {
    return PostgresqlConnections.deploy(settings, purpose);
  }

  @Override
  public Connection openForReview(TargetSettings settings) throws SQLException {
    return PostgresqlConnections.review(settings);
  }

  @Override
  public CatalogReader catalogReader() {
    return catalogs;
  }

  @Override
  public SnapshotReader snapshotReader() {
    return snapshots;
  }

  @Override
  public ScriptReader scriptReader() {
    return new PostgresqlScriptReader();
  }

  @Override
  public ErrorReader errorReader() {
    return errors;
  }

  @Override
  public LoadReader load() {
    return new PostgresqlLoad();
  }

  @Override
  public ProbeEngine probes() {
    return probes;
  }

  @Override
  public DeploymentLock lock() {
    return lock;
  }

  @Override
  public void cancel(Connection running) throws SQLException {
    running.unwrap(PGConnection.class).cancelQuery();
  }

  @Override
  public List<String> blockers(Connection other, Connection waiting) throws SQLException {
    return PostgresqlSessions.blockers(other, waiting.unwrap(PGConnection.class).getBackendPID());
  }

  @Override
  public Optional<String> stage(Connection other, Connection running) throws SQLException {
    return PostgresqlStages.of(other, running.unwrap(PGConnection.class).getBackendPID());
  }

  @Override
  public SyntaxJudge judge(Connection connection) {
    return new PostgresqlJudge(connection);
  }

  @Override
  public Shadow shadow(Connection original, Optional<ShadowSettings> server) throws SQLException {
    return new PostgresqlShadow(original, server.orElseThrow(), this).make();
  }

  @Override
  public List<String> heldLocks(Connection connection) throws SQLException {
    return PostgresqlSessions.heldLocks(connection);
  }
}
