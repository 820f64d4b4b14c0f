package dev.sluice.probe;

import java.time.Duration;

/**
 * How long a database may be asked.
 *
 * @param each one probe
 * @param total all probes of a review of one target
 */
public record ProbeLimits(Duration each, Duration total) {
  public static final ProbeLimits DEFAULT =
      new ProbeLimits(Duration.ofSeconds(3), Duration.ofSeconds(30));

  /** The shorter of both, each. */
  public ProbeLimits tighter(ProbeLimits other) {
    return new ProbeLimits(shorter(each, other.each), shorter(total, other.total));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
