package dev.sluice.target;

import java.time.Duration;

/** Stretches of time as people say them. */
public final class Spans {
  private Spans() {}

  /** {@code 7s}, {@code 12m}, {@code 3h 5m}, {@code 2d 4h}. */
  public static String words(Duration span) {
    long seconds = span.toSeconds();
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 600) {
      return two(seconds / 60, "m", seconds % 60, "s");
    }
    if (seconds < 3600) {
      return seconds / 60 + "m";
    }
    return seconds < 86_400
        ? two(seconds / 3600, "h", seconds / 60 % 60, "m")
        : two(seconds / 86_400, "d", seconds / 3600 % 24, "h");
  }

  private static String two(long large, String unit, long small, String smaller) {
    return large + unit + (small == 0 ? "" : " " + small + smaller);
  }
}
