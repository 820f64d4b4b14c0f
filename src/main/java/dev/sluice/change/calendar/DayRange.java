package dev.sluice.change.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Days of the week, both ends included: {@code mon..thu}, {@code sat}; {@code fri..mon} wraps. */
public record DayRange(DayOfWeek first, DayOfWeek last) {
  private static final List<String> NAMES =
      Arrays.stream(DayOfWeek.values()).map(DayRange::brief).toList();

  /** Throws IllegalArgumentException that says what may stand there. */
  public static DayRange parse(String text) {
    String[] ends = text.strip().toLowerCase(Locale.ROOT).split("\\.\\.", -1);
    if (ends.length > 2) {
      throw unreadable();
    }
    return new DayRange(day(ends[0]), day(ends[ends.length - 1]));
  }

  private static DayOfWeek day(String text) {
    int place = NAMES.indexOf(text.strip());
    if (place < 0) {
      throw unreadable();
    }
    return DayOfWeek.of(place + 1);
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("is no day: write mon, tue, … sun, or mon..thu");
  }

  public boolean includes(DayOfWeek day) {
    int length = Math.floorMod(last.getValue() - first.getValue(), 7);
    return Math.floorMod(day.getValue() - first.getValue(), 7) <= length;
  }

  private static String brief(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return first == last ? brief(first) : brief(first) + ".." + brief(last);
  }
}
