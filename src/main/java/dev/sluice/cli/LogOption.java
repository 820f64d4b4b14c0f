package dev.sluice.cli;

import ch.qos.logback.classic.Level;
import dev.sluice.cli.logging.LogFormat;
import dev.sluice.cli.logging.Logging;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The one switch for logs, on every command. */
final class LogOption {
  @Option(
      names = "--log-format",
      scope = ScopeType.INHERIT,
      paramLabel = "auto|text|json",
      defaultValue = "auto",
      description = "Log lines as text or JSON; auto: text on a terminal, JSON otherwise.")
  LogFormat format = LogFormat.AUTO;

  /** A server logs what it does to stdout; elsewhere stdout is the result, and logs are trouble. */
  static void apply(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    Object command = last.commandSpec().userObject();
    boolean server = command instanceof ServeCommand;
    boolean terminal = Ansi.AUTO.enabled();
    LogFormat format =
        parsed.commandSpec().root().userObject() instanceof SluiceCommand sluice
            ? sluice.log.format
            : LogFormat.AUTO;
    Logging.setUp(
        format,
        server ? Level.INFO : Level.WARN,
        server ? Logging.Stream.OUT : Logging.Stream.ERR,
        terminal);
  }
}
