package dev.sluice.review;

import dev.sluice.language.Message;
import dev.sluice.language.Sayable;
import java.util.Locale;

/**
 * How long something may take: from a fast server with the table in memory to a busy one that reads
 * it from disk.
 */
public record TimeRange(long leastMillis, long mostMillis) implements Sayable {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  public TimeRange plus(TimeRange other) {
    return new TimeRange(leastMillis + other.leastMillis, mostMillis + other.mostMillis);
  }

  /** For people: {@code 2–15 min}, {@code 40 s–3 min}, {@code under a second}. */
  @Override
  public Message said() {
    if (mostMillis < SECOND) {
      return Message.of("under a second");
    }
    long unit = unit(mostMillis);
    Message most = in(unit, mostMillis);
    if (leastMillis < SECOND) {
      return Message.of("up to %s", most);
    }
    long lower = unit(leastMillis);
    String least = number(lower, leastMillis);
    if (lower != unit) {
      return Message.of("%s–%s", in(lower, leastMillis), most);
    }
    return least.equals(number(unit, mostMillis))
        ? Message.of("about %s", most)
        : Message.of("%s–%s", least, most);
  }

  private static long unit(long millis) {
    if (millis < 2 * MINUTE) {
      return SECOND;
    }
    return millis < 2 * HOUR ? MINUTE : millis < 2 * DAY ? HOUR : DAY;
  }

  private static Message in(long unit, long millis) {
    String number = number(unit, millis);
    if (unit == SECOND) {
      return Message.of("%s s", number);
    }
    if (unit == MINUTE) {
      return Message.of("%s min", number);
    }
    return unit == HOUR ? Message.of("%s h", number) : Message.of("%s days", number);
  }

  /** Two digits say more than is known. */
  private static String number(long unit, long millis) {
    double value = millis / (double) unit;
    long rounded = value < 20 ? Math.round(value) : Math.round(value / 5) * 5;
    return String.format(Locale.ROOT, "%d", Math.max(1, rounded));
  }

  @Override
  public String toString() {
    return said().toString();
  }
}
