package dev.sluice;

import dev.sluice.config.ConfigWatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the configuration file every few seconds. */
final class Watching implements AutoCloseable {
  private static final int SECONDS = 3;
  private final ScheduledExecutorService timer;

  private Watching(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  static Watching start(ConfigWatch config) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "config-watch");
              thread.setDaemon(true);
              return thread;
            });
    var unused = timer.scheduleWithFixedDelay(config::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    return new Watching(timer);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
