package dev.sluice.flow.pipeline;

import dev.sluice.language.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A time as people read it: on the clock of a zone, and how far away that is. */
public final class Times {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Times() {}

  /** As in {@code 2026-11-23 22:00 Asia/Shanghai (in 3 h 20 min)}. */
  public static Message at(Instant time, ZoneId zone, Instant now) {
    return Message.of("%s (%s)", on(time, zone), away(now, time));
  }

  /** As in {@code 2026-11-23 22:00 Asia/Shanghai}. */
  public static String on(Instant time, ZoneId zone) {
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return MINUTE.format(time.atZone(zone)) + " " + name;
  }

  private static Message away(Instant now, Instant time) {
    Duration left = Duration.between(now, time);
    if (left.isNegative()) {
      return Message.of("now");
    }
    long minutes = Math.max(1, left.plusSeconds(30).toMinutes());
    long hours = minutes / 60;
    if (hours >= 48) {
      return Message.of("in %s d %s h", hours / 24, hours % 24);
    }
    return hours > 0
        ? Message.of("in %s h %s min", hours, minutes % 60)
        : Message.of("in %s min", minutes);
  }
}
