package dev.sluice.change.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void withoutAnyItIsAlwaysOpen() {
    assertThat(new Windows(List.of()).open(Instant.EPOCH)).isTrue();
  }

  @Test
  void aWindowPastMidnightBelongsToTheDayOnWhichItOpens() {
    Windows nights = windows("mon..thu", "22:00", "05:00", SHANGHAI);
    // 2026-11-22 is a Sunday; Shanghai is eight hours ahead
    assertThat(nights.open(at("2026-11-22T18:00:00Z"))).as("Mon 02:00").isFalse();
    assertThat(nights.open(at("2026-11-23T13:59:59Z"))).as("Mon 21:59").isFalse();
    assertThat(nights.open(at("2026-11-23T14:00:00Z"))).as("Mon 22:00").isTrue();
    assertThat(nights.open(at("2026-11-26T20:59:59Z"))).as("Fri 04:59").isTrue();
    assertThat(nights.open(at("2026-11-26T21:00:00Z"))).as("Fri 05:00").isFalse();
    assertThat(nights.open(at("2026-11-27T14:00:00Z"))).as("Fri 22:00").isFalse();
    assertThat(next(nights, "2026-11-26T21:00:00Z")).isEqualTo(at("2026-11-30T14:00:00Z"));
  }

  @Test
  void theNextOpeningIsThatOfTheWindowThatComesFirst() {
    Windows both =
        new Windows(
            List.of(
                window("sat", "10:00", "12:00", BERLIN),
                window("fri..mon", "20:00", "21:00", BERLIN)));
    assertThat(next(both, "2026-11-27T21:00:00Z")).isEqualTo(at("2026-11-28T09:00:00Z"));
    assertThat(next(both, "2026-11-28T11:00:00Z")).isEqualTo(at("2026-11-28T19:00:00Z"));
  }

  @Test
  void aWholeDayNeedsNoTimes() {
    Windows sundays =
        new Windows(
            List.of(
                new Window(
                    List.of(DayRange.parse("sun")), Optional.empty(), Optional.empty(), BERLIN)));
    assertThat(sundays.open(at("2026-11-21T22:59:59Z"))).isFalse();
    assertThat(sundays.open(at("2026-11-21T23:00:00Z"))).isTrue();
    assertThat(sundays.open(at("2026-11-22T22:59:59Z"))).isTrue();
    assertThat(sundays.open(at("2026-11-22T23:00:00Z"))).isFalse();
  }

  @Test
  void whatTheClockLeapsOverBeginsWithTheLeap() {
    // Berlin, 2027-03-28: 02:00 is 03:00 at once, 01:00 UTC
    Windows early = windows("sun", "02:30", "05:00", BERLIN);
    assertThat(next(early, "2027-03-27T12:00:00Z")).isEqualTo(at("2027-03-28T01:00:00Z"));
    assertThat(early.open(at("2027-03-28T01:00:00Z"))).isTrue();
    Windows ends = windows("sun", "01:00", "02:30", BERLIN);
    assertThat(ends.open(at("2027-03-28T00:59:59Z"))).isTrue();
    assertThat(ends.open(at("2027-03-28T01:00:00Z"))).isFalse();
  }

  @Test
  void aWindowInsideTheLeapDoesNotOpenThatDay() {
    Windows inside = windows("sun", "02:10", "02:50", BERLIN);
    assertThat(next(inside, "2027-03-27T12:00:00Z")).isEqualTo(at("2027-04-04T00:10:00Z"));
  }

  @Test
  void anHourThatComesTwiceIsOpenTwice() {
    // Berlin, 2026-10-25: 03:00 is 02:00 again, 01:00 UTC
    Windows night = windows("sun", "02:00", "02:30", BERLIN);
    assertThat(next(night, "2026-10-24T12:00:00Z")).isEqualTo(at("2026-10-25T00:00:00Z"));
    assertThat(night.open(at("2026-10-25T01:29:59Z"))).as("02:29 for the second time").isTrue();
    assertThat(night.open(at("2026-10-25T01:30:00Z"))).isFalse();
  }

  @Test
  void aFreezeLastsToTheEndOfItsLastDay() {
    Freeze holidays = freeze("2026-12-20", "2027-01-03");
    assertThat(holidays.span())
        .isEqualTo(new Span(at("2026-12-19T16:00:00Z"), at("2027-01-03T16:00:00Z")));
    assertThat(freeze("2026-12-20 18:00", "2026-12-20 20:30").span())
        .isEqualTo(new Span(at("2026-12-20T10:00:00Z"), at("2026-12-20T12:30:00Z")));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> windows("mon", "22:00", "22:00", BERLIN))
        .hasMessageContaining("leave both out");
    assertThatThrownBy(() -> freeze("2027-01-03", "2026-12-20"))
        .hasMessageContaining("ends before it begins");
    assertThatThrownBy(() -> DayRange.parse("mon-fri")).hasMessageContaining("mon..thu");
    assertThatThrownBy(() -> LocalMoment.parse("20.12.2026")).hasMessageContaining("is no date");
    assertThatThrownBy(() -> LocalMoment.parse("2026-02-30")).hasMessageContaining("is no date");
  }

  private static Instant next(Windows windows, String now) {
    return windows.next(at(now)).orElseThrow().at();
  }

  private static Windows windows(String days, String from, String to, ZoneId zone) {
    return new Windows(List.of(window(days, from, to, zone)));
  }

  private static Window window(String days, String from, String to, ZoneId zone) {
    return new Window(
        List.of(DayRange.parse(days)),
        Optional.of(LocalTime.parse(from)),
        Optional.of(LocalTime.parse(to)),
        zone);
  }

  private static Freeze freeze(String from, String to) {
    return new Freeze(LocalMoment.parse(from), LocalMoment.parse(to), SHANGHAI, "");
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
