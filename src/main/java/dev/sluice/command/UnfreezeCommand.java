package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.FreezeEnvironment;

/** Ends a freeze. */
public final class UnfreezeCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "unfreeze",
          "unfreeze <environment>",
          "Ends a freeze; what waited for it starts as soon as nothing else keeps it.",
          Who.FREEZER,
          When.ALWAYS,
          "/db unfreeze prod");

  private final FreezeEnvironment freeze;

  public UnfreezeCommand(FreezeEnvironment freeze) {
    this.freeze = freeze;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return Orders.reply(
        freeze.unfreeze(context.fence(), Orders.of(context, command, command.argument(0))));
  }
}
