package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice backups}. */
@Command(
    name = "backups",
    description = "Lists the rows that deployments have kept, and for how long.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:printed", " 1:the store cannot be read", ExitCodes.USAGE_TEXT},
    footerHeading = "%nExamples:%n",
    footer = {"  sluice backups", "  sluice backups orders@prod"})
final class BackupsCommand implements Callable<Integer> {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "bot-config.yml",
      description = "The configuration that names the store; ${DEFAULT-VALUE} when left out.")
  Path config = Path.of("bot-config.yml");

  @Parameters(
      arity = "0..1",
      paramLabel = "DATABASE@ENVIRONMENT",
      description = "Only those on this target.")
  Optional<String> target = Optional.empty();

  @Override
  public Integer call() {
    return Calls.backups(config, target);
  }
}
