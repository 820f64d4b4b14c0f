package dev.sluice.deploy.executor;

import java.time.Duration;

/** How long something takes, also when the wall clock is set meanwhile. */
final class Stopwatch {
  private final long begun = System.nanoTime();

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
