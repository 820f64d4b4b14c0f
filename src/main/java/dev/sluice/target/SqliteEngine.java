package dev.sluice.target;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.SqliteJudge;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/** SQLite files through sqlite-jdbc. */
final class SqliteEngine implements TargetEngine {
  private final SqliteCatalogReader catalogs = new SqliteCatalogReader();
  private final SqliteSnapshotReader snapshots = new SqliteSnapshotReader();
  private final SqliteErrors errors = new SqliteErrors();
  private final SqliteLock lock = new SqliteLock();
  private final SqliteProbes probes = new SqliteProbes();

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public Connection openForDeploy(TargetSettings settings, String purpose) throws SQLException {
    return SqliteConnections.deploy(settings);
  }

  @Override
  public Connection openForReview(TargetSettings settings) throws SQLException {
    return SqliteConnections.review(settings);
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
    return new SqliteScriptReader(snapshotReader());
  }

  @Override
  public ErrorReader errorReader() {
    return errors;
  }

  @Override
  public LoadReader load() {
    return new SqliteLoad();
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
    running.unwrap(SQLiteConnection.class).getDatabase().interrupt();
  }

  /** SQLite does not know who holds a file. */
  @Override
  public List<String> blockers(Connection other, Connection waiting) {
    return List.of();
  }

  @Override
  public Optional<String> stage(Connection other, Connection running) {
    return Optional.empty();
  }

  /** The library that would run the statement is the one in this process. */
  @Override
  public SyntaxJudge judge(Connection connection) {
    return new SqliteJudge();
  }

  @Override
  public Shadow shadow(Connection original, Optional<ShadowSettings> server) throws SQLException {
    return SqliteShadow.of(original, this);
  }

  /** There is one lock only. */
  @Override
  public List<String> heldLocks(Connection connection) {
    return List.of();
  }
}
