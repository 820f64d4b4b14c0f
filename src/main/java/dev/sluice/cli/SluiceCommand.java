package dev.sluice.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice} itself: what there is. */
@Command(
    name = "sluice",
    description =
        "Reviews, approves, deploys and records database changes in GitLab merge requests.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionOfJar.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.OK_TEXT, ExitCodes.PROBLEM_TEXT, ExitCodes.USAGE_TEXT},
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice demo",
      "  sluice serve --config bot-config.yml",
      "  sluice review --dialect postgresql migrations/",
      "  sluice config check bot-config.yml"
    },
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ReviewCommand.class,
      ConfigCommand.class,
      HistoryCommand.class,
      BaselineCommand.class,
      ImportCommand.class,
      DriftCommand.class,
      BackupsCommand.class,
      CompareCommand.class,
      HealthCommand.class,
      WarmUpCommand.class,
      CommandLine.HelpCommand.class
    })
final class SluiceCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LogOption log = new LogOption();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
  }
}
