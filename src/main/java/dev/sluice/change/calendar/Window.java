package dev.sluice.change.calendar;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A time of the week in which deployments may start. */
@Doc("A time of the week in which deployments may start.")
public record Window(
    @Doc("The days on which it opens: mon, tue, … sun, or mon..thu.") @Default("[mon..sun]")
        List<DayRange> days,
    @Doc("When it opens; default: at the start of the day.") Optional<LocalTime> from,
    @Doc("When it closes, on the next day when that is earlier than from; default: at midnight.")
        Optional<LocalTime> to,
    @Doc("Whose clock that is, e.g. Asia/Shanghai.") ZoneId zone) {
  /** No calendar has a longer gap between two days of the week, with a clock change in it. */
  private static final int DAYS_AHEAD = 15;

  /** Throws IllegalArgumentException for a window of no length. */
  public Window {
    days = List.copyOf(days);
    if (from.isPresent() && from.equals(to)) {
      throw new IllegalArgumentException(
          "from and to are the same: leave both out for the whole day");
    }
  }

  /** Of today, and those that open later, in order; the first one may have been open for long. */
  Stream<Span> spans(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .filter(day -> days.stream().anyMatch(d -> d.includes(day.getDayOfWeek())))
        .map(this::span)
        .filter(span -> span.end().isAfter(span.start()) && span.end().isAfter(now));
  }

  private Span span(LocalDate day) {
    LocalTime opens = from.orElse(LocalTime.MIDNIGHT);
    LocalTime closes = to.orElse(LocalTime.MIDNIGHT);
    LocalDateTime end = day.atTime(closes);
    return new Span(
        Clocks.first(day.atTime(opens), zone),
        Clocks.last(closes.isAfter(opens) ? end : end.plusDays(1), zone));
  }

  /** As in {@code mon..thu 22:00–05:00}. */
  @Override
  public String toString() {
    return days.stream().map(DayRange::toString).collect(Collectors.joining(","))
        + " "
        + from.orElse(LocalTime.MIDNIGHT)
        + "–"
        + to.map(LocalTime::toString).orElse("24:00");
  }
}
