package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.show.ShowDiff;

/** Tells what becomes of the schemas. */
public final class DiffCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "diff",
          "diff",
          "Tells what becomes of each target's schema: its tables before and after the scripts,"
              + " which run in memory only.",
          Who.MEMBER,
          When.OPEN,
          "/db diff");

  private final ShowDiff diff;

  public DiffCommand(ShowDiff diff) {
    this.diff = diff;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return diff.of(context.mergeRequest(), context.language())
        .map(Reply::ready)
        .orElseGet(() -> Reply.done("No script here is for a database of Sluice."));
  }
}
