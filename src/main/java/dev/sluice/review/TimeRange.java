package dev.sluice.review;

import java.util.Locale;

/**
 * How long something may take: from a fast server with the table in memory to a busy one that reads
 * it from disk.
 */
public record TimeRange(long leastMillis, long mostMillis) {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  public TimeRange plus(TimeRange other) {
    return new TimeRange(leastMillis + other.leastMillis, mostMillis + other.mostMillis);
  }

  /** For people: {@code 2 to 15 min}, {@code 40 s to 3 min}, {@code under a second}. */
  @Override
  public String toString() {
    if (mostMillis < SECOND) {
      return "under a second";
    }
    long unit = unit(mostMillis);
    if (leastMillis < SECOND) {
      return "up to " + in(unit, mostMillis);
    }
    long lower = unit(leastMillis);
    String least = lower == unit ? number(unit, leastMillis) : in(lower, leastMillis);
    return least.equals(number(unit, mostMillis))
        ? "about " + in(unit, mostMillis)
        : least + " to " + in(unit, mostMillis);
  }

  private static long unit(long millis) {
    if (millis < 2 * MINUTE) {
      return SECOND;
    }
    return millis < 2 * HOUR ? MINUTE : millis < 2 * DAY ? HOUR : DAY;
  }

  private static String in(long unit, long millis) {
    String name = unit == SECOND ? "s" : unit == MINUTE ? "min" : unit == HOUR ? "h" : "days";
    return number(unit, millis) + " " + name;
  }

  /** Two digits say more than is known. */
  private static String number(long unit, long millis) {
    double value = millis / (double) unit;
    long rounded = value < 20 ? Math.round(value) : Math.round(value / 5) * 5;
    return String.format(Locale.ROOT, "%d", Math.max(1, rounded));
  }
}
