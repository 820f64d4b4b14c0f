package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.HoldRollouts;

/** Lets go what was held. */
public final class UnholdCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "unhold",
          "unhold [environment|target]",
          "Lets go what was held.",
          Who.DEPLOYER,
          When.MERGED,
          "/db unhold prod");

  private final HoldRollouts hold;

  public UnholdCommand(HoldRollouts hold) {
    this.hold = hold;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return Orders.reply(
        hold.unhold(context.fence(), Orders.of(context, command, command.argument(0))));
  }
}
