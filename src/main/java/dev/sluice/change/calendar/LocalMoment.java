package dev.sluice.change.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day, or a minute of it, on the clock of some zone. */
public record LocalMoment(LocalDate date, Optional<LocalTime> time) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}(?::\\d{2})?))?");

  /** Throws IllegalArgumentException that says what may stand there. */
  public static LocalMoment parse(String text) {
    Matcher parts = WRITTEN.matcher(text.strip());
    if (!parts.matches()) {
      throw unreadable();
    }
    try {
      return new LocalMoment(
          LocalDate.parse(parts.group(1)),
          Optional.ofNullable(parts.group(2)).map(LocalTime::parse));
    } catch (DateTimeParseException e) {
      throw unreadable();
    }
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("is no date: write 2026-12-24 or 2026-12-24 18:00");
  }

  /** Where it begins. */
  public Instant start(ZoneId zone) {
    return Clocks.first(date.atTime(time.orElse(LocalTime.MIDNIGHT)), zone);
  }

  /** Where it is over: a day ends at midnight, a minute where it begins. */
  public Instant end(ZoneId zone) {
    return time.isPresent()
        ? Clocks.last(date.atTime(time.get()), zone)
        : Clocks.first(date.plusDays(1).atStartOfDay(), zone);
  }

  @Override
  public String toString() {
    return time.map(t -> date + " " + t).orElseGet(date::toString);
  }
}
