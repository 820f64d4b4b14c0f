package dev.sluice.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets up the logs of the process, java.util.logging of libraries included. */
public final class Logging {
  /** Libraries that tell at INFO what nobody asked for. */
  private static final List<String> CHATTY =
      List.of("org.eclipse.jetty", "io.javalin", "com.zaxxer.hikari", "org.flywaydb");

  private Logging() {}

  /**
   * @param level of Sluice's own lines; libraries tell warnings only
   * @param stream {@link System#out} for a server, {@link System#err} where stdout is the result
   */
  public static void setUp(LogFormat format, Level level, Stream stream, boolean terminal) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LineEncoder encoder = format.text(terminal) ? new TextLines(terminal) : new JsonLines();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget(stream == Stream.OUT ? "System.out" : "System.err");
    console.setEncoder(encoder);
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(console);
    CHATTY.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** Where the lines go. */
  public enum Stream {
    OUT,
    ERR
  }
}
