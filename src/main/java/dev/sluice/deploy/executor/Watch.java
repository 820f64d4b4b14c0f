package dev.sluice.deploy.executor;

import dev.sluice.deploy.Cancellation;
import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the running statement from a thread of its own: cancels it when a person asked for
 * that or when its time is up and the server does not look at the clock, tells the journal what
 * runs when that has waited long enough, and notes who blocks it, because the server no longer
 * knows once the lock timeout has struck.
 */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_BETWEEN_LOOKS = 5;
  private static final int PATIENCE_MILLIS = 5_000;

  private final Engine engine;
  private final Connection watched;
  private final TargetDatabase target;
  private final Cancellation cancellation;
  private final Progress progress;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Watch::daemon);
  private final ScheduledFuture<?> ticking;
  private @Nullable Connection second;
  private boolean running;
  private int ticks;
  private boolean ranOut;
  private List<String> blockers = List.of();

  Watch(Run run, TargetDatabase target, Engine engine, Connection watched) {
    this.engine = engine;
    this.watched = watched;
    this.target = target;
    this.cancellation = run.cancellation();
    this.progress = run.progress();
    this.ticking =
        thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  synchronized void begin() {
    running = true;
    ticks = 0;
    ranOut = false;
    blockers = List.of();
  }

  /** After this no cancel request is sent any more. */
  synchronized void end() {
    running = false;
  }

  /** Whether the last statement was ended because its time was up. */
  synchronized boolean ranOut() {
    return ranOut;
  }

  /** Who blocked the last statement when it was looked at last, in words. */
  synchronized List<String> blockers() {
    return blockers;
  }

  private synchronized void tick() {
    if (!running) {
      return;
    }
    tell();
    try {
      if (cancellation.requested() || late()) {
        ranOut = !cancellation.requested();
        target.cancel(watched);
      } else if (++ticks % TICKS_BETWEEN_LOOKS == 1) {
        look();
      }
    } catch (SQLException e) {
      LOG.warn("cannot look after the running statement: SQLSTATE {}", e.getSQLState());
    }
  }

  /** What goes wrong here goes wrong again for the rollout itself, which ends of it. */
  private void tell() {
    try {
      progress.writeWhenDue();
    } catch (RuntimeException e) {
      LOG.warn("cannot tell how far the rollout is: {}", e.toString());
    }
  }

  private boolean late() {
    long limit = target.settings().statementTimeout().toMillis();
    return !engine.keepsTime() && (ticks + 1) * TICK_MILLIS > limit;
  }

  private void look() throws SQLException {
    if (!engine.tellsBlockers()) {
      return;
    }
    if (second == null) {
      second = target.openForDeploy("watch");
      // the end of the statement waits for us, and must not wait for a server that does not answer
      second.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
    }
    List<String> now = target.blockers(second, watched);
    if (!now.isEmpty()) {
      blockers = now;
    }
  }

  @Override
  public void close() throws SQLException {
    ticking.cancel(false);
    thread.shutdownNow();
    synchronized (this) {
      running = false;
      if (second != null) {
        second.close();
      }
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sluice-statement-watch");
    thread.setDaemon(true);
    return thread;
  }
}
