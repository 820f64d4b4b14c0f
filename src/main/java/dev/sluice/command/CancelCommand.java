package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.GiveUp;

/** Stops a rollout. */
public final class CancelCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "cancel",
          "cancel [target]",
          "Stops the statement that runs, and takes back what is queued; what is committed stays.",
          Who.DEPLOYER,
          When.MERGED,
          "/db cancel");

  private final GiveUp giveUp;

  public CancelCommand(GiveUp giveUp) {
    this.giveUp = giveUp;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return Orders.reply(
        giveUp.cancel(context.fence(), Orders.of(context, command, command.argument(0))));
  }
}
