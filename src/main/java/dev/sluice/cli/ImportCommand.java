package dev.sluice.cli;

import dev.sluice.flow.known.ImportHistory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code sluice import}. */
@Command(
    name = "import",
    description = {
      "Takes over what another tool has run, so that nothing runs again.",
      "Doing it again changes nothing."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:recorded, or with --dry-run: could be",
      " 1:a script failed with the other tool, or something cannot be read",
      ExitCodes.USAGE_TEXT
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice import orders@prod --from flyway --dry-run",
      "  sluice import orders@prod --from flyway --table ops.flyway_history --scripts .",
      "  sluice import orders@prod --from bytebase --file versions.csv"
    })
final class ImportCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "bot-config.yml",
      description = "The configuration that names the target; ${DEFAULT-VALUE} when left out.")
  Path config = Path.of("bot-config.yml");

  @Parameters(paramLabel = "DATABASE@ENVIRONMENT", description = "The target.")
  String target = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TOOL",
      converter = ToolName.class,
      description = "flyway, liquibase, golang-migrate or bytebase.")
  ImportHistory.Tool from = ImportHistory.Tool.FLYWAY;

  @Option(
      names = "--table",
      paramLabel = "[SCHEMA.]NAME",
      description = "The tool's table, where it is not the usual one.")
  Optional<String> table = Optional.empty();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Instead of a table: a list of versions that ran, as CSV or JSON.")
  Optional<Path> file = Optional.empty();

  @Option(
      names = "--scripts",
      paramLabel = "DIR",
      description = "A checkout of the repository; else the scripts are read through GitLab.")
  Optional<Path> scripts = Optional.empty();

  @Option(names = "--dry-run", description = "Only show what would be recorded.")
  boolean dryRun;

  /** By the name that people know it by. */
  static final class ToolName implements ITypeConverter<ImportHistory.Tool> {
    @Override
    public ImportHistory.Tool convert(String value) {
      for (ImportHistory.Tool tool : ImportHistory.Tool.values()) {
        if (tool.toString().equals(value)) {
          return tool;
        }
      }
      throw new TypeConversionException(
          value + " is none of flyway, liquibase, golang-migrate, bytebase");
    }
  }

  @Override
  public Integer call() {
    return new KnownCalls(config, spec.commandLine().getOut())
        .imported(target, new KnownCalls.Import(from, table, file, scripts, dryRun));
  }
}
