package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice history}. */
@Command(
    name = "history",
    description = "Prints what was deployed, who approved it, and how it ended.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:printed; with --verify: the ledger is whole",
      " 1:the ledger was changed, or the store cannot be read",
      ExitCodes.USAGE_TEXT
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice history --target orders@prod",
      "  sluice history --mr 42!7",
      "  sluice history --table orders --target orders@prod",
      "  sluice history --verify"
    })
final class HistoryCommand implements Callable<Integer> {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "bot-config.yml",
      description = "The configuration that names the store; ${DEFAULT-VALUE} when left out.")
  Path config = Path.of("bot-config.yml");

  @Option(
      names = "--target",
      paramLabel = "DATABASE@ENVIRONMENT",
      description = "Only what ran on this target.")
  Optional<String> target = Optional.empty();

  @Option(
      names = "--mr",
      paramLabel = "REPOSITORY!NUMBER",
      description = "Only this merge request; the repository by its numeric id.")
  Optional<String> mergeRequest = Optional.empty();

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "Only what was done to this table, with or without its schema.")
  Optional<String> table = Optional.empty();

  @Option(names = "--verify", description = "Check the ledger's chain of hashes.")
  boolean verify;

  @Override
  public Integer call() {
    return Calls.history(config, new Calls.Asked(target, mergeRequest, table), verify);
  }
}
