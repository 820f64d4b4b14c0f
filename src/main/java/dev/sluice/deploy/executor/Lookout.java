package dev.sluice.deploy.executor;

import dev.sluice.deploy.FirstLine;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.Underway;
import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the running statement from a second connection: whom it waits for, because the server no
 * longer knows once the lock timeout has struck, how far it is, and whether somebody has asked
 * another process to end it. On a thread of its own: neither the statement nor its end waits for a
 * server or a store that does not answer.
 */
final class Lookout implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_BETWEEN_LOOKS = 5;

  /** Most statements are over before anybody could read of them: told from the second look on. */
  private static final int LOOKS_BETWEEN_NEWS = 3;

  private static final int LOOKS_AFTER_TROUBLE = 10;
  private static final int PATIENCE_MILLIS = 5_000;
  private static final long LAST_LOOK_MILLIS = 1_000;

  private final Run run;
  private final TargetDatabase target;
  private final Engine engine;
  private final Connection watched;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Lookout::daemon);
  private final ReentrantLock looking = new ReentrantLock();
  private volatile View last = new View(Optional.empty(), Instant.EPOCH);
  private @Nullable Connection second;
  private int rest;

  /** One statement as it is seen. */
  private static final class View {
    private final Optional<Step> step;
    private final Instant startedAt;
    private volatile boolean over;
    private volatile List<String> blockers = List.of();
    private volatile List<String> now = List.of();
    private int ticks;
    private Optional<String> told = Optional.empty();

    View(Optional<Step> step, Instant startedAt) {
      this.step = step;
      this.startedAt = startedAt;
      this.over = step.isEmpty();
    }
  }

  Lookout(Run run, TargetDatabase target, Engine engine, Connection watched) {
    this.run = run;
    this.target = target;
    this.engine = engine;
    this.watched = watched;
    var unused =
        thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A statement begins now. */
  void begin(Step step) {
    last = new View(Optional.of(step), run.clock().instant());
  }

  void end() {
    last.over = true;
  }

  /** Who blocked the last statement when it was looked at last, in words. */
  List<String> blockers() {
    View view = last;
    if (view.blockers.isEmpty()) {
      awaitLook();
    }
    return view.blockers;
  }

  private void awaitLook() {
    try {
      if (looking.tryLock(LAST_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        looking.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    View view = last;
    if (view.over || view.ticks++ % TICKS_BETWEEN_LOOKS != 0) {
      return;
    }
    looking.lock();
    try {
      look(view, view.ticks / TICKS_BETWEEN_LOOKS);
    } catch (SQLException e) {
      LOG.info("cannot look at the running statement: SQLSTATE {}", e.getSQLState());
      disconnect();
      rest = LOOKS_AFTER_TROUBLE;
    } catch (RuntimeException e) { // the rollout itself meets what is behind it
      LOG.warn("cannot tell how far the statement is: {}", e.toString());
    } finally {
      looking.unlock();
    }
  }

  private void look(View view, int looks) throws SQLException {
    run.journal().cancelledBy(run.rollout().id()).ifPresent(run.cancellation()::request);
    Optional<String> stage = Optional.empty();
    if (engine.tellsBlockers() && rest-- <= 0) {
      rest = 0;
      view.now = target.blockers(connection(), watched);
      view.blockers = view.now.isEmpty() ? view.blockers : view.now;
      if (looks % LOOKS_BETWEEN_NEWS == 2) {
        stage = target.stage(connection(), watched);
      }
    }
    if (looks % LOOKS_BETWEEN_NEWS == 2) {
      tell(view, stage);
    }
  }

  /** Only what is news: each is written to disk. */
  private void tell(View view, Optional<String> stage) {
    Optional<String> news = Optional.of(stage + " " + view.now);
    if (view.over || view.step.isEmpty() || view.told.equals(news)) {
      return;
    }
    view.told = news;
    Step step = view.step.get();
    run.journal()
        .underway(
            run.rollout().id(),
            new Underway(
                step.seq(),
                run.plan().steps().size(),
                FirstLine.of(step.statement()),
                view.startedAt,
                stage,
                view.now,
                run.clock().instant()));
  }

  private Connection connection() throws SQLException {
    Connection open = second;
    if (open == null) {
      open = target.openForDeploy("watch");
      open.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
      second = open;
    }
    return open;
  }

  private void disconnect() {
    Connection open = second;
    second = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      LOG.info("the second connection did not end well: SQLSTATE {}", e.getSQLState());
    }
  }

  /** The thread closes its connection itself, when it is done with it. */
  @Override
  public void close() {
    end();
    thread.execute(this::disconnect);
    thread.shutdown();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sluice-lookout");
    thread.setDaemon(true);
    return thread;
  }
}
