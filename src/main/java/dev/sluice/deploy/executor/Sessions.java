package dev.sluice.deploy.executor;

import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Opens sessions: connect, make ready, get the target's lock. */
record Sessions(Run run, TargetDatabase target, Engine engine) {
  /** Polled: waiting in the server for it would be a snapshot that concurrent builds wait for. */
  private static final Duration POLL = Duration.ofMillis(250);

  /** The session, or who holds the lock. */
  record Opened(Optional<Session> session, String holder) {}

  Opened open() throws SQLException, InterruptedException {
    Connection connection = target.openForDeploy("rollout " + run.rollout().id());
    try {
      engine.prepare(connection);
      Optional<String> holder = lock(connection);
      if (holder.isPresent()) {
        connection.close();
        return new Opened(Optional.empty(), holder.get());
      }
      return new Opened(Optional.of(session(connection)), "");
    } catch (SQLException | InterruptedException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Optional<String> lock(Connection connection) throws SQLException, InterruptedException {
    Optional<String> holder = target.tryLock(connection);
    Duration left = run.settings().targetLockWait();
    while (holder.isPresent() && !left.isNegative() && !run.cancellation().requested()) {
      run.pause().rest(POLL);
      left = left.minus(POLL);
      holder = target.tryLock(connection);
    }
    return holder;
  }

  private Session session(Connection connection) throws SQLException {
    String user = engine.user(connection);
    return new Session(
        target,
        connection,
        engine,
        new Meta(connection, engine.metaSchema()),
        new Watch(run, target, engine, connection),
        user);
  }
}
