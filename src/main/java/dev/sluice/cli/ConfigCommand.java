package dev.sluice.cli;

import dev.sluice.config.BotConfig;
import dev.sluice.config.Checked;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.config.describe.JsonSchema;
import dev.sluice.review.rules.Rules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice config check|schema}. */
@Command(
    name = "config",
    description = "Checks a configuration, or says what one may hold.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: check or schema.");
  }

  /** Reads a configuration as {@code serve} would. */
  static ConfigReader reader() {
    return new ConfigReader(Surroundings.ofThisProcess(), Rules.infos());
  }

  /** What the environment or a file would have to provide is replaced by a word where missing. */
  static ConfigReader readerWithoutSecrets() {
    return new ConfigReader(new WithoutSecrets(Surroundings.ofThisProcess()), Rules.infos());
  }

  @Command(
      name = "check",
      description = "Tells all problems of a file at once, each with its line. Contacts nobody.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {" 0:no problems", " 1:problems", ExitCodes.USAGE_TEXT},
      footerHeading = "%nExamples:%n",
      footer = {"  sluice config check", "  sluice config check /etc/sluice/bot-config.yml"})
  int check(
      @Parameters(
              paramLabel = "FILE",
              defaultValue = "bot-config.yml",
              description = "The configuration; ${DEFAULT-VALUE} when left out.")
          Path file) {
    PrintWriter out = spec.commandLine().getOut();
    Checked checked = reader().read(text(file));
    checked.problems().forEach(problem -> out.println(file + ":" + problem));
    out.println(
        checked.problems().isEmpty()
            ? file + " has no problems"
            : file + " has " + checked.problems().size() + " problem(s)");
    return checked.problems().isEmpty() ? ExitCodes.OK : ExitCodes.PROBLEM;
  }

  @Command(
      name = "schema",
      description = "Prints the JSON Schema of bot-config.yml, for editors.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = "  sluice config schema > bot-config.schema.json")
  void schema() {
    spec.commandLine().getOut().print(JsonSchema.of(BotConfig.class, "bot-config.yml"));
    spec.commandLine().getOut().flush();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandFailed(file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }
}
