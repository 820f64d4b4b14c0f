package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice drift}. */
@Command(
    name = "drift",
    description = "Prints what was changed on targets past Sluice.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:all are as they should be",
      " 1:one is not, or cannot be compared",
      ExitCodes.USAGE_TEXT
    },
    footerHeading = "%nExamples:%n",
    footer = {"  sluice drift", "  sluice drift orders@prod"})
final class DriftCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "bot-config.yml",
      description = "The configuration; ${DEFAULT-VALUE} when left out.")
  Path config = Path.of("bot-config.yml");

  @Parameters(
      arity = "0..1",
      paramLabel = "DATABASE@ENVIRONMENT",
      description = "Only this target.")
  Optional<String> target = Optional.empty();

  @Override
  public Integer call() {
    return new KnownCalls(config, spec.commandLine().getOut()).drift(target);
  }
}
