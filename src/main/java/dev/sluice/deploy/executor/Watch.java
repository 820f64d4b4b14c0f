package dev.sluice.deploy.executor;

import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Step;
import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the running statement from a thread of its own: cancels it when a person asked for
 * that or when its time is up and the server does not look at the clock, and tells the journal what
 * runs when that has waited long enough. What there is to see of it the {@link Lookout} sees.
 */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long TICK_MILLIS = 100;

  private final Engine engine;
  private final Connection watched;
  private final TargetDatabase target;
  private final Cancellation cancellation;
  private final Progress progress;
  private final Lookout lookout;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Watch::daemon);
  private final ScheduledFuture<?> ticking;
  private boolean running;
  private int ticks;
  private boolean ranOut;

  Watch(Run run, TargetDatabase target, Engine engine, Connection watched) {
    this.engine = engine;
    this.watched = watched;
    this.target = target;
    this.cancellation = run.cancellation();
    this.progress = run.progress();
    this.lookout = new Lookout(run, target, engine, watched);
    this.ticking =
        thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  synchronized void begin(Step step) {
    running = true;
    ticks = 0;
    ranOut = false;
    lookout.begin(step);
  }

  /** After this no cancel request is sent any more. */
  synchronized void end() {
    running = false;
    lookout.end();
  }

  /** Whether the last statement was ended because its time was up. */
  synchronized boolean ranOut() {
    return ranOut;
  }

  /** Who blocked the last statement when it was looked at last, in words. */
  List<String> blockers() {
    return lookout.blockers();
  }

  private synchronized void tick() {
    if (!running) {
      return;
    }
    tell();
    ticks++;
    try {
      if (cancellation.requested() || late()) {
        ranOut = !cancellation.requested();
        target.cancel(watched);
      }
    } catch (SQLException e) {
      LOG.warn("cannot end the running statement: SQLSTATE {}", e.getSQLState());
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
    return !engine.keepsTime() && ticks * TICK_MILLIS > limit;
  }

  @Override
  public void close() {
    ticking.cancel(false);
    thread.shutdownNow();
    lookout.close();
    synchronized (this) {
      running = false;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sluice-statement-watch");
    thread.setDaemon(true);
    return thread;
  }
}
