package dev.sluice.gitlab;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how slowly something is tried again: the pause doubles from {@code first}, up to
 * {@code longest}, a quarter more or less by chance so that replicas do not march in step.
 *
 * @param longest also bounds what a {@code Retry-After} may ask for
 */
record Patience(int attempts, Duration first, Duration longest) {
  static final Patience DEFAULT = new Patience(4, Duration.ofMillis(500), Duration.ofSeconds(30));

  /** The pause before the try that follows this many attempts. */
  Duration pauseAfter(int attempts) {
    long millis = Math.min(first.toMillis() << Math.min(attempts - 1, 16), longest.toMillis());
    return Duration.ofMillis(
        Math.round(millis * ThreadLocalRandom.current().nextDouble(.75, 1.25)));
  }

  /** What the server asked for, within bounds. */
  Duration bounded(Duration asked) {
    return asked.compareTo(longest) > 0 ? longest : asked;
  }
}
