package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.target.ErrorClass;
import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that holds the target's lock; nothing of a rollout happens on any other. When it
 * dies, the lock dies with it, and whoever gets the lock next finds the truth in our tables.
 */
record Session(
    TargetDatabase target,
    Connection connection,
    Engine engine,
    Meta meta,
    Watch watch,
    String user)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** Something that writes our tables. */
  @FunctionalInterface
  interface Write {
    void on(Meta meta) throws SQLException;

    default Write and(Write next) {
      return meta -> {
        on(meta);
        next.on(meta);
      };
    }
  }

  /** Writes our tables in a transaction of their own. */
  void note(Write what) throws SQLException {
    engine.begin(connection);
    try {
      write(what);
      engine.commit(connection);
    } catch (SQLException e) {
      if (!lost(e)) {
        engine.rollback(connection);
      }
      throw e;
    }
  }

  /** Writes our tables in the open transaction. */
  void write(Write what) throws SQLException {
    engine.becomeOurselves(connection, user);
    what.on(meta);
  }

  /** Something that runs under the eyes of the watch. */
  @FunctionalInterface
  interface Work {
    Ran run() throws SQLException;
  }

  Ran watched(Step step, Work work) throws SQLException {
    watch.begin(step);
    try {
      Ran ran = work.run();
      List<String> masked = ran.warnings().stream().map(TargetDatabase::mask).toList();
      return new Ran(ran.rows(), masked);
    } finally {
      watch.end();
    }
  }

  /** Whether the failure took the connection with it. */
  boolean lost(SQLException failure) throws SQLException {
    return target.classify(failure) == ErrorClass.LOST || connection.isClosed();
  }

  /** Never fails: what the session did is known by then, and the lock dies with the connection. */
  @Override
  public void close() {
    try (connection;
        watch) {
      if (!connection.isClosed()) {
        engine.rollback(connection);
        target.unlock(connection);
      }
    } catch (SQLException e) {
      LOG.warn("the session on {} did not end well: {}", target, target.explain(e).message());
    }
  }
}
