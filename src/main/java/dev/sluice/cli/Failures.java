package dev.sluice.cli;

import dev.sluice.config.BadConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What a command's exception looks like: one line where we know why, a stack trace else. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static int tell(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof BadConfig) {
      command.getErr().println(e.getMessage());
    } else if (e instanceof CommandFailed) {
      command.getErr().println("sluice: " + e.getMessage());
    } else {
      LOG.error("{} failed", parsed.originalArgs(), e);
      command.getErr().println("sluice: " + e);
    }
    command.getErr().flush();
    return ExitCodes.PROBLEM;
  }
}
