package dev.sluice.change.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/** From what a clock on the wall shows to the instant, where clocks jump too. */
final class Clocks {
  private Clocks() {}

  /** The first instant that shows this time; where the clock leaps over it, that of the leap. */
  static Instant first(LocalDateTime shown, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(shown);
    return jump != null && jump.isGap()
        ? jump.getInstant()
        : ZonedDateTime.of(shown, zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The last instant that shows this time; where the clock leaps over it, that of the leap. */
  static Instant last(LocalDateTime shown, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(shown);
    return jump != null && jump.isGap()
        ? jump.getInstant()
        : ZonedDateTime.of(shown, zone).withLaterOffsetAtOverlap().toInstant();
  }
}
