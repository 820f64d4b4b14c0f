package dev.sluice.flow.answer;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Amounts {
  private Amounts() {}

  /** {@code 1.2M}, {@code 34k}, {@code 812}. */
  public static String brief(long amount) {
    if (amount >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1fM", amount / 1e6);
    }
    return amount >= 10_000 ? amount / 1000 + "k" : Long.toString(amount);
  }

  /** {@code 812 B}, {@code 96 kB}, {@code 3.4 MB}. */
  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    return bytes < 1 << 20
        ? bytes / 1024 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
  }

  /**
   * {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. Nothing has taken less than no time: between
   * two moments the clock may have been put back.
   */
  public static String took(Duration length) {
    Duration duration = length.isNegative() ? Duration.ZERO : length;
    if (duration.toMillis() < 1000) {
      return duration.toMillis() + " ms";
    }
    if (duration.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
