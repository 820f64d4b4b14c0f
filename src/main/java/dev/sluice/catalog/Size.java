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
}
