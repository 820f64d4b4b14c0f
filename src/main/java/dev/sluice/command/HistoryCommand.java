package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.show.ShowHistory;

/** Tells who changed what on the databases of a merge request, and when. */
public final class HistoryCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "history",
          "history [table] [--target <database@environment>]",
          "Tells who changed a table of this change's databases, or any, when and in which merge"
              + " request; the newest first.",
          Who.MEMBER,
          When.ALWAYS,
          "/db history orders --target shop@prod");

  private final ShowHistory history;

  public HistoryCommand(ShowHistory history) {
    this.history = history;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    ShowHistory.Shown shown =
        history.of(
            context.mergeRequest().id(),
            command.argument(0),
            command.flag("target"),
            context.language());
    return shown
        .markdown()
        .map(Reply::ready)
        .orElseGet(() -> Reply.of(shown.found(), shown.words()));
  }
}
