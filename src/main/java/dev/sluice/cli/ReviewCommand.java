package dev.sluice.cli;

import dev.sluice.cli.report.Format;
import dev.sluice.cli.report.Report;
import dev.sluice.config.BadConfig;
import dev.sluice.config.BotConfig;
import dev.sluice.config.Checked;
import dev.sluice.language.Language;
import dev.sluice.review.Severity;
import dev.sluice.review.house.HouseRules;
import dev.sluice.review.rule.Rule;
import dev.sluice.sql.Dialect;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice review}. */
@Command(
    name = "review",
    description = "Reviews SQL files with the server's rules: no server, no network, no database.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:no finding of the severity that fails",
      " 1:at least one, or a file cannot be read",
      ExitCodes.USAGE_TEXT
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice review --dialect postgresql migrations/",
      "  sluice review --config bot-config.yml orders/V7__add_note.sql",
      "  sluice review --plan --dialect postgresql orders/V7__add_note.sql",
      "  sluice review --dialect sqlite --format gitlab db/ > gl-code-quality-report.json",
      "  sluice review --language zh --dialect mysql migrations/"
    })
final class ReviewCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE|DIRECTORY",
      arity = "1..*",
      description = "Directories: all *.sql.")
  List<Path> paths = List.of();

  @Option(
      names = {"-d", "--dialect"},
      paramLabel = "postgresql|sqlite|…",
      description = "The SQL dialect of files that the configuration does not map to a database.")
  Optional<Dialect> dialect = Optional.empty();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Map files, relative to the working directory, to databases and policies.")
  Optional<Path> config = Optional.empty();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "text|json|gitlab|sarif",
      defaultValue = "text",
      description = "gitlab: Code Quality artifact. ${DEFAULT-VALUE} when left out.")
  Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "error|warning|info",
      defaultValue = "error",
      description =
          "The severity from which on the exit code is 1; ${DEFAULT-VALUE} when left out.")
  Severity failOn = Severity.ERROR;

  @Option(
      names = {"-p", "--plan"},
      description = "Also tell what each statement locks, and how long it works (text and json).")
  boolean plan;

  @Option(
      names = {"-l", "--language"},
      paramLabel = "en|zh",
      defaultValue = "en",
      description = "What findings are said in; ${DEFAULT-VALUE} when left out.")
  Language language = Language.EN;

  @Override
  public Integer call() {
    List<Path> files = SqlFiles.of(paths);
    Optional<BotConfig> read = config.map(ReviewCommand::read);
    List<Rule> house = read.map(c -> HouseRules.of(c.houseRules())).orElse(List.of());
    Report report = new OfflineReview(house, language).run(new Batches(read, dialect).of(files));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        format.write(
            plan ? report : report.withoutPlans(),
            spec.commandLine().getColorScheme().ansi() != Ansi.OFF && Ansi.AUTO.enabled()));
    out.flush();
    return report.has(failOn) ? ExitCodes.PROBLEM : ExitCodes.OK;
  }

  /** Secrets are not needed here, so a missing one is no problem. */
  private static BotConfig read(Path file) {
    Checked checked = ConfigCommand.readerWithoutSecrets().read(SqlFiles.text(file));
    return checked.config().orElseThrow(() -> new BadConfig(file, checked.problems()));
  }
}
