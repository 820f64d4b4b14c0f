package dev.sluice.deploy.executor;

import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.ScriptPlan;
import dev.sluice.deploy.Segment;
import dev.sluice.deploy.Step;
import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs a plan as a deployment would, in the same transactions, without our tables, locks and
 * retries: for copies of a schema that are thrown away.
 */
final class RehearsalRun {
  private static final Duration LOCK = Duration.ofSeconds(5);

  private final Connection connection;
  private final Engine engine;
  private final Watcher watcher;

  /**
   * @param watcher asked around each statement
   */
  RehearsalRun(Connection connection, Dialect dialect, Watcher watcher) {
    this.connection = connection;
    this.engine = Engines.of(dialect);
    this.watcher = watcher;
  }

  /** What a watcher says. */
  enum Word {
    GO,
    SKIP,
    STOP
  }

  /** Looks on. */
  interface Watcher {
    /** What to do with this statement. */
    Word before(Step step) throws SQLException;

    /** Within the transaction, where there is one. */
    void after(Step step) throws SQLException;
  }

  /** Where it ended, and why; the error is empty where the watcher ended it. */
  record Stop(Step step, Optional<SQLException> error) {}

  /** Empty when everything ran. */
  Optional<Stop> run(RolloutPlan plan) throws SQLException {
    engine.prepare(connection);
    for (ScriptPlan script : plan.scripts()) {
      for (Segment segment : script.segments()) {
        Optional<Stop> stop = run(segment);
        if (stop.isPresent()) {
          return stop;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Stop> run(Segment segment) throws SQLException {
    boolean together = segment.transactional() && engine.takesBack(connection, segment.steps());
    Step current = segment.steps().get(0);
    try {
      if (together) {
        engine.begin(connection);
      }
      for (Step step : segment.steps()) {
        current = step;
        Word word = watcher.before(step);
        if (word == Word.STOP) {
          rollback(together);
          return Optional.of(new Stop(step, Optional.empty()));
        }
        if (word == Word.SKIP) {
          continue;
        }
        if (segment.transactional()) {
          engine.run(connection, step);
        } else {
          engine.runAlone(connection, step, LOCK);
        }
        watcher.after(step);
      }
      if (together) {
        engine.commit(connection);
      }
      return Optional.empty();
    } catch (SQLException e) {
      rollback(together);
      return Optional.of(new Stop(current, Optional.of(e)));
    }
  }

  private void rollback(boolean together) throws SQLException {
    if (together) {
      engine.rollback(connection);
    }
  }
}
