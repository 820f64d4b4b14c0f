package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.GiveUp;

/** Stops a rollout. */
public final class CancelCommand implements Command {
  private final GiveUp giveUp;

  public CancelCommand(GiveUp giveUp) {
    this.giveUp = giveUp;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "cancel",
        "cancel [target]",
        "Stops the statement that runs, and takes back what is queued; what is committed stays.",
        Who.DEPLOYER,
        When.MERGED,
        "/db cancel");
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return Orders.reply(
        giveUp.cancel(context.fence(), Orders.of(context, command, command.argument(0))));
  }
}
