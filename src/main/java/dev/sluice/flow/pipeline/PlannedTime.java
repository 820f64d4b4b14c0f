package dev.sluice.flow.pipeline;

import dev.sluice.change.calendar.LocalMoment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people write it into a command. */
public final class PlannedTime {
  /** For replies to what cannot be read. */
  public static final String FORMS = "\"2026-11-23 22:00\", 22:00, +2h30m";

  private static final Pattern AHEAD =
      Pattern.compile("\\+(?:(\\d{1,3})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?");
  private static final Pattern CLOCK = Pattern.compile("\\d{2}:\\d{2}");

  private PlannedTime() {}

  /**
   * {@code +2h}, {@code 22:00} (today or else tomorrow), or a date with a time; empty for anything
   * else.
   *
   * @param zone on whose clock
   */
  public static Optional<Instant> parse(String text, ZoneId zone, Instant now) {
    String written = text.strip();
    try {
      if (written.startsWith("+")) {
        return ahead(written).map(now::plus);
      }
      return CLOCK.matcher(written).matches()
          ? Optional.of(next(LocalTime.parse(written), now.atZone(zone)))
          : Optional.of(LocalMoment.parse(written))
              .filter(m -> m.time().isPresent())
              .map(m -> m.start(zone));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> ahead(String text) {
    Matcher parts = AHEAD.matcher(text);
    return parts.matches()
        ? Optional.of(
                Duration.ofDays(number(parts, 1))
                    .plusHours(number(parts, 2))
                    .plusMinutes(number(parts, 3)))
            .filter(d -> !d.isZero())
        : Optional.empty();
  }

  private static long number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
  }

  private static Instant next(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.with(time);
    return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
  }
}
