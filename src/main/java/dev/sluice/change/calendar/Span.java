package dev.sluice.change.calendar;

import java.time.Instant;

/** From {@code start} up to, not including, {@code end}. */
public record Span(Instant start, Instant end) {
  public boolean contains(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  public boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
