package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A copy of a target's schema, without rows, to try statements on; gone when it is closed. */
public final class Shadow implements AutoCloseable {
  private final TargetEngine engine;
  private final Connection connection;
  private final List<String> missing;
  private final Ending ending;

  /** Removes what was made. */
  @FunctionalInterface
  interface Ending {
    void end() throws SQLException;
  }

  Shadow(TargetEngine engine, Connection connection, List<String> missing, Ending ending) {
    this.engine = engine;
    this.connection = connection;
    this.missing = List.copyOf(missing);
    this.ending = ending;
  }

  public Connection connection() {
    return connection;
  }

  public Dialect dialect() {
    return engine.dialect();
  }

  /** What of the target could not be rebuilt, in words. */
  public List<String> missing() {
    return missing;
  }

  public Snapshot snapshot() throws SQLException {
    return engine.snapshotReader().read(connection);
  }

  /** From now on a statement may run so long. */
  public void limit(Duration each) throws SQLException {
    engine.probes().limit(connection, each);
  }

  /**
   * What the open transaction holds, but for what anybody may hold at the same time; empty where
   * the engine does not tell.
   */
  public List<String> locks() throws SQLException {
    return engine.heldLocks(connection);
  }

  /** What the server said. */
  public String explain(SQLException error) {
    return engine.errorReader().explain(error).message();
  }

  /**
   * Whether the statement is at fault, and not the want of rows, rights or time.
   *
   * @param schema whether the statement changes the schema and nothing else
   */
  public boolean blames(SQLException error, boolean schema) {
    return ShadowErrors.of(dialect()).blames(error, schema);
  }

  /** What is missing for a copy; empty when one can be made. */
  public static Optional<String> needs(Dialect dialect, Optional<ShadowSettings> server) {
    return dialect == Dialect.SQLITE || server.isPresent()
        ? Optional.empty()
        : Optional.of("no scratch server");
  }

  @Override
  public void close() throws SQLException {
    ending.end();
  }
}
