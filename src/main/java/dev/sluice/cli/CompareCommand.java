package dev.sluice.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice compare}. */
@Command(
    name = "compare",
    description = "Prints in what the schemas of two environments differ.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:they have the same schema",
      " 1:they differ, or one of them cannot be read",
      ExitCodes.USAGE_TEXT
    },
    footerHeading = "%nExamples:%n",
    footer = {"  sluice compare orders test prod", "  sluice compare --diff orders test prod"})
final class CompareCommand implements Callable<Integer> {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "bot-config.yml",
      description = "The configuration that names the targets; ${DEFAULT-VALUE} when left out.")
  Path config = Path.of("bot-config.yml");

  @Option(names = "--diff", description = "Prints the objects that differ, too.")
  boolean whole;

  @Parameters(index = "0", paramLabel = "DATABASE", description = "Its name in the configuration.")
  String database = "";

  @Parameters(index = "1", paramLabel = "ENVIRONMENT", description = "The one.")
  String one = "";

  @Parameters(index = "2", paramLabel = "ENVIRONMENT", description = "And the other.")
  String other = "";

  /** What is asked for. */
  record Asked(String database, String one, String other, boolean whole) {}

  @Override
  public Integer call() {
    return Calls.compare(config, new Asked(database, one, other, whole));
  }
}
