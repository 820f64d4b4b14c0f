package dev.sluice.target;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** MySQL 8.0 and later, MariaDB 10.6 and later, both through MariaDB's driver. */
final class MysqlEngine implements TargetEngine {
  private final Dialect dialect;
  private final MysqlConnections connections;
  private final MysqlCatalogReader catalogs;
  private final MysqlSnapshotReader snapshots = new MysqlSnapshotReader();
  private final MysqlErrors errors = new MysqlErrors();
  private final MysqlLock lock = new MysqlLock();
  private final MysqlProbes probes;

  MysqlEngine(Dialect dialect) {
    this.dialect = dialect;
    this.connections = new MysqlConnections(dialect);
    this.catalogs = new MysqlCatalogReader(dialect);
    this.probes = new MysqlProbes(dialect);
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Connection openForDeploy(TargetSettings settings, String purpose) throws SQLException {
    return connections.deploy(settings, purpose);
  }

  @Override
  public Connection openForReview(TargetSettings settings) throws SQLException {
    return connections.review(settings);
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
    return new MysqlScriptReader(snapshotReader());
  }

  @Override
  public ErrorReader errorReader() {
    return errors;
  }

  @Override
  public LoadReader load() {
    return new MysqlLoad(dialect);
  }

  @Override
  public ProbeEngine probes() {
    return probes;
  }

  @Override
  public DeploymentLock lock() {
    return lock;
  }

  /** KILL QUERY over a second connection; what is idle is not harmed by it. */
  @Override
  public void cancel(Connection running) throws SQLException {
    running.unwrap(org.mariadb.jdbc.Connection.class).cancelCurrentQuery();
  }

  @Override
  public List<String> blockers(Connection other, Connection waiting) throws SQLException {
    long id = waiting.unwrap(org.mariadb.jdbc.Connection.class).getThreadId();
    return MysqlSessions.blockers(other, dialect, id);
  }

  @Override
  public Optional<String> stage(Connection other, Connection running) throws SQLException {
    long id = running.unwrap(org.mariadb.jdbc.Connection.class).getThreadId();
    return MysqlStages.of(other, dialect, id);
  }

  @Override
  public SyntaxJudge judge(Connection connection) {
    return new MysqlJudge(connection);
  }

  @Override
  public Shadow shadow(Connection original, Optional<ShadowSettings> server) throws SQLException {
    return new MysqlShadow(original, server.orElseThrow(), this).make();
  }

  /** What performance_schema shows needs rights that a scratch account has not. */
  @Override
  public List<String> heldLocks(Connection connection) {
    return List.of();
  }
}
