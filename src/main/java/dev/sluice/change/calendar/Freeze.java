package dev.sluice.change.calendar;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.ZoneId;

/** A time in which nothing is deployed. */
@Doc("A time in which nothing is deployed.")
public record Freeze(
    @Doc("When it begins: 2026-12-20, or 2026-12-20 18:00.") LocalMoment from,
    @Doc("When it ends; a date without a time is frozen to its end.") LocalMoment to,
    @Doc("Whose clock that is, e.g. Asia/Shanghai.") ZoneId zone,
    @Doc("Why, for those who wait.") @Default("\"\"") String reason) {
  /** Throws IllegalArgumentException for one that ends before it begins. */
  public Freeze {
    if (!to.end(zone).isAfter(from.start(zone))) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
    }
  }

  public Span span() {
    return new Span(from.start(zone), to.end(zone));
  }
}
