package dev.sluice.store.lanes;

import java.time.Duration;

/**
 * Exponential backoff: the wait doubles from {@code first} up to {@code longest}.
 *
 * @param tries after so many the item is dead
 */
public record RetryPolicy(int tries, Duration first, Duration longest) {

  /** About eight hours of trying. */
  public static RetryPolicy patient() {
    return new RetryPolicy(60, Duration.ofSeconds(2), Duration.ofMinutes(10));
  }

  /**
   * @param random from 0 to 1; spreads the wait over its upper half, so that items that failed
   *     together do not come back together
   */
  Duration delay(int attempts, double random) {
    long cap = longest.toMillis();
    long doubled = first.toMillis() << Math.min(Math.max(attempts - 1, 0), 30);
    double wait = Math.min(cap, doubled) * (0.5 + random / 2);
    return Duration.ofMillis((long) wait);
  }
}
