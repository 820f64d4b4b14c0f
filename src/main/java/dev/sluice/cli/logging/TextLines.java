package dev.sluice.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line for a person: {@code 11:03:22.417 WARN FollowBranch [orders 42!7] message}. */
final class TextLines extends LineEncoder {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final boolean colour;

  TextLines(boolean colour) {
    this.colour = colour;
  }

  @Override
  String line(ILoggingEvent event) {
    String time = TIME.format(event.getInstant().atZone(ZoneId.systemDefault()));
    String logger = event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1);
    String about =
        ABOUT.stream()
            .map(key -> about(event, key))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return time
        + " "
        + paint(event.getLevel())
        + " "
        + logger
        + (about.isEmpty() ? " " : " [" + about + "] ")
        + message(event)
        + error(event).map(trace -> "\n" + trace).orElse("");
  }

  private String paint(Level level) {
    String name = String.format("%-5s", level);
    if (!colour || level.equals(Level.INFO)) {
      return name;
    }
    return "\u001b[" + code(level) + "m" + name + "\u001b[0m";
  }

  private static String code(Level level) {
    if (level.isGreaterOrEqual(Level.ERROR)) {
      return "31";
    }
    return level.isGreaterOrEqual(Level.WARN) ? "33" : "2";
  }
}
