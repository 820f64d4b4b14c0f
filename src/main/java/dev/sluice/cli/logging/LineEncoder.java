package dev.sluice.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.sluice.setting.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the formats share: the keys they show, and that no secret gets through. */
abstract class LineEncoder extends EncoderBase<ILoggingEvent> {
  /** The MDC keys that say what a line is about, in this order. */
  static final List<String> ABOUT = List.of("project", "mr", "target");

  private static final byte[] NOTHING = {};

  abstract String line(ILoggingEvent event);

  static String message(ILoggingEvent event) {
    return Secrets.blank(String.valueOf(event.getFormattedMessage()));
  }

  /** The stack trace with its causes; empty without one. */
  static Optional<String> error(ILoggingEvent event) {
    return event.getThrowableProxy() instanceof ThrowableProxy thrown
        ? Optional.of(Secrets.blank(ThrowableProxyUtil.asString(thrown).stripTrailing()))
        : Optional.empty();
  }

  static Optional<String> about(ILoggingEvent event, String key) {
    return Optional.ofNullable(event.getMDCPropertyMap().get(key)).map(Secrets::blank);
  }

  @Override
  public final byte[] encode(ILoggingEvent event) {
    return (line(event) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public final byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public final byte[] footerBytes() {
    return NOTHING;
  }
}
