package dev.sluice.deploy;

import java.time.Duration;

/** How a rollout waits between tries; tests return at once. */
@FunctionalInterface
public interface Pause {
  void rest(Duration duration) throws InterruptedException;

  /** Really waits. */
  static Pause sleeping() {
    return duration -> Thread.sleep(duration.toMillis());
  }
}
