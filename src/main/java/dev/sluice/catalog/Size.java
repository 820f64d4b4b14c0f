package dev.sluice.catalog;

import java.util.OptionalLong;

/**
 * How big a table is, as the engine estimates it.
 *
 * @param rows empty when never analysed
 * @param bytes of the table without its indexes
 */
public record Size(OptionalLong rows, OptionalLong bytes) {
  public static final Size UNKNOWN = new Size(OptionalLong.empty(), OptionalLong.empty());
  public static final Size EMPTY = new Size(OptionalLong.of(0), OptionalLong.of(0));

  /** Negative numbers stand for unknown. */
  public static Size of(long rows, long bytes) {
    return new Size(known(rows), known(bytes));
  }

  private static OptionalLong known(long number) {
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** Both together; unknown as soon as one is. */
  public Size plus(Size other) {
    return new Size(sum(rows, other.rows), sum(bytes, other.bytes));
  }

  private static OptionalLong sum(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() + b.getAsLong())
        : OptionalLong.empty();
  }
}
