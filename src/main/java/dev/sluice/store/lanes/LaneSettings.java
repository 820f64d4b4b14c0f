package dev.sluice.store.lanes;

import java.time.Duration;
import java.util.Map;

/**
 * How work is done.
 *
 * @param workers threads
 * @param lease after so long without a sign of life a lane is taken over
 * @param poll how often idle workers look for due work
 * @param stopWithin how long running work may take to end when Sluice stops
 * @param retriesByKind exceptions to {@code retries}
 */
public record LaneSettings(
    int workers,
    Duration lease,
    Duration poll,
    Duration stopWithin,
    RetryPolicy retries,
    Map<String, RetryPolicy> retriesByKind) {

  public static LaneSettings defaults() {
    return new LaneSettings(
        8, // a group may take four, and a command that stops it must still be heard
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        Duration.ofSeconds(20),
        RetryPolicy.patient(),
        Map.of());
  }

  RetryPolicy retries(String kind) {
    return retriesByKind.getOrDefault(kind, retries);
  }
}
