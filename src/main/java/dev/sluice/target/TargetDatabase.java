package dev.sluice.target;

import dev.sluice.bulk.OnlineSettings;
import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Snapshot;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One target: how to reach it, and what its engine can tell. Safe for use by several threads. */
public final class TargetDatabase {
  private final TargetName name;
  private final TargetSettings settings;
  private final TargetEngine engine;
  private final Optional<OnlineSettings> online;

  private TargetDatabase(
      TargetName name,
      TargetSettings settings,
      TargetEngine engine,
      Optional<OnlineSettings> online) {
    this.name = name;
    this.settings = settings;
    this.engine = engine;
    this.online = online;
  }

  /** Throws IllegalArgumentException for an engine that Sluice cannot deploy to yet. */
  public static TargetDatabase of(TargetName name, Dialect dialect, TargetSettings settings) {
    TargetEngine engine =
        TargetEngine.of(dialect)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(dialect.id() + " targets are not supported yet"));
    return new TargetDatabase(name, settings, engine, Optional.empty());
  }

  /** Whether {@link #of} works for the dialect. */
  public static boolean supports(Dialect dialect) {
    return TargetEngine.of(dialect).isPresent();
  }

  /** The same with a tool for changes of tables in use. */
  public TargetDatabase with(Optional<OnlineSettings> tool) {
    return new TargetDatabase(name, settings, engine, tool);
  }

  /** The tool for changes of tables in use. */
  public Optional<OnlineSettings> online() {
    return online;
  }

  public TargetName name() {
    return name;
  }

  public Dialect dialect() {
    return engine.dialect();
  }

  public TargetSettings settings() {
    return settings;
  }

  /**
   * A dedicated connection for a deployment, in autocommit mode, with lock and statement timeouts.
   *
   * @param purpose shown to the database's people, e.g. {@code rollout #12}
   */
  public Connection openForDeploy(String purpose) throws SQLException {
    return engine.openForDeploy(settings, purpose);
  }

  /** A connection of the review account on which nothing can be changed. */
  public Connection openForReview() throws SQLException {
    return engine.openForReview(settings);
  }

  /** Opens a connection as deployments do and closes it again; empty when that worked. */
  public Optional<ServerError> whyNotReachable() {
    try (Connection connection = openForDeploy("check")) {
      return connection.isValid(5)
          ? Optional.empty()
          : Optional.of(explain(new SQLException("the connection does not answer", "08006")));
    } catch (SQLException e) {
      return Optional.of(explain(e));
    }
  }

  /** Reads the schema in a short read-only transaction. */
  public Catalog readCatalog(Connection connection) throws SQLException {
    return engine.catalogReader().read(connection);
  }

  /** Changes whenever the schema does; much cheaper than reading it. */
  public String fingerprint(Connection connection) throws SQLException {
    return engine.catalogReader().fingerprint(connection);
  }

  /**
   * The schema as canonical text, read in a short read-only transaction that is over when this
   * returns. The connection must be outside a transaction.
   */
  public Snapshot snapshot(Connection connection) throws SQLException {
    return engine.snapshotReader().read(connection);
  }

  /** {@link #snapshot} through a connection of its own, as deployments open it. */
  public Looked<Snapshot> lookAtSchema() {
    try (Connection connection = openForDeploy("look at the schema")) {
      return new Looked.Seen<>(snapshot(connection));
    } catch (SQLException e) {
      return new Looked.Unreachable<>(explain(e).message());
    }
  }

  /** The same as reviews see it, with their account. */
  public Looked<Snapshot> lookAtSchemaForReview() {
    try (Connection connection = openForReview()) {
      return new Looked.Seen<>(snapshot(connection));
    } catch (SQLException e) {
      return new Looked.Unreachable<>(explain(e).message());
    }
  }

  /**
   * The schema as a script that makes it anew, read in a short read-only transaction that is over
   * when this returns. The connection must be outside a transaction.
   */
  public SchemaScript script(Connection connection) throws SQLException {
    return engine.scriptReader().read(connection);
  }

  /** {@link #script} through a connection of its own, as deployments open it. */
  public Looked<SchemaScript> lookAtScript() {
    try (Connection connection = openForDeploy("look at the schema")) {
      return new Looked.Seen<>(script(connection));
    } catch (SQLException e) {
      return new Looked.Unreachable<>(explain(e).message());
    }
  }

  /**
   * Tries to become the only deployment on this target, without waiting. The lock dies with the
   * connection. Poll it; never wait for it in the database.
   *
   * @return who holds it, in words; empty when the connection has it now
   */
  public Optional<String> tryLock(Connection connection) throws SQLException {
    return engine.lock().tryLock(connection, settings);
  }

  /** Throws when the connection did not hold the lock any more. */
  public void unlock(Connection connection) throws SQLException {
    engine.lock().unlock(connection, settings);
  }

  /** Cancels what runs on the connection; called from another thread. */
  public void cancel(Connection running) throws SQLException {
    engine.cancel(running);
  }

  /** Who keeps the waiting connection waiting, in words without SQL; asked on another one. */
  public List<String> blockers(Connection other, Connection waiting) throws SQLException {
    return engine.blockers(other, waiting);
  }

  /** How far the server says the running statement is; asked on another connection. */
  public Optional<String> stage(Connection other, Connection running) throws SQLException {
    return engine.stage(other, running);
  }

  /** What else goes on at the server. */
  public LoadReader load() {
    return engine.load();
  }

  public ErrorClass classify(SQLException error) {
    return engine.errorReader().classify(error);
  }

  /** What the server said, fit for notes and chat. */
  public ServerError explain(SQLException error) {
    return engine.errorReader().explain(error);
  }

  /** A server's words (a warning, a notice) with row values masked. */
  public static String mask(String words) {
    return Mask.values(words);
  }

  /**
   * Asks the engine itself through a review connection, without executing anything; unknown when it
   * does not answer. For one thread, as long as the connection is open.
   */
  public SyntaxJudge judge(Connection review) {
    return engine.judge(review);
  }

  /** Asks for rows through a review connection. For one thread, as long as it is open. */
  public Prober prober(Connection review) {
    return new Prober(review, engine);
  }

  @Override
  public String toString() {
    return name + " (" + dialect().id() + ")";
  }
}
