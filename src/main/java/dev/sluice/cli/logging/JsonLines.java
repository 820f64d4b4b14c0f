package dev.sluice.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One JSON object per line: time, level, logger, thread, message, what it is about, error. */
final class JsonLines extends LineEncoder {
  private final ObjectMapper json = new ObjectMapper();

  @Override
  String line(ILoggingEvent event) {
    ObjectNode line =
        json.createObjectNode()
            .put("time", event.getInstant().toString())
            .put("level", event.getLevel().toString())
            .put("logger", event.getLoggerName())
            .put("thread", event.getThreadName())
            .put("message", message(event));
    ABOUT.forEach(key -> about(event, key).ifPresent(value -> line.put(key, value)));
    error(event).ifPresent(trace -> line.put("error", trace));
    return line.toString();
  }
}
