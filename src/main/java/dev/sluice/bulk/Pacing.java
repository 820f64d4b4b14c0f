package dev.sluice.bulk;

import java.time.Duration;

/**
 * How many rows a batch goes through: less when batches take longer than they should, and more
 * again when they do not.
 *
 * @param most what the author or the configuration asks for
 * @param goal how long a batch should take at most
 */
public record Pacing(int size, int most, Duration goal) {
  private static final int LEAST = 10;

  public static Pacing of(int most, Duration goal) {
    return new Pacing(most, most, goal);
  }

  public Pacing after(Duration took) {
    if (took.compareTo(goal) > 0) {
      return halved();
    }
    boolean quick = took.multipliedBy(2).compareTo(goal) < 0;
    return quick ? new Pacing((int) Math.min(2L * size, most), most, goal) : this;
  }

  /** After a batch that had to be taken back. */
  public Pacing halved() {
    return new Pacing(Math.max(Math.min(LEAST, most), size / 2), most, goal);
  }
}
