package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice baseline}. */
@Command(
    name = "baseline",
    description = {
      "Takes an existing database as it is.",
      "Its schema is what drift is measured against; scripts up to a version count as run."
    },
    mixinStandardHelpOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:recorded in the target",
      " 1:the target cannot be used, or a deployment holds its lock",
      ExitCodes.USAGE_TEXT
    },
    footerHeading = "%nExamples:%n",
    footer = {"  sluice baseline orders@prod", "  sluice baseline orders@prod --version 42"})
final class BaselineCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  boolean help;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "bot-config.yml",
      description = "The configuration that names the target; ${DEFAULT-VALUE} when left out.")
  Path config = Path.of("bot-config.yml");

  @Parameters(paramLabel = "DATABASE@ENVIRONMENT", description = "The target.")
  String target = "";

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "Versioned scripts up to this one count as run.")
  Optional<String> version = Optional.empty();

  @Override
  public Integer call() {
    return new KnownCalls(config, spec.commandLine().getOut()).baseline(target, version);
  }
}
