package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.Steer;

/** Stops a rollout. */
public final class CancelCommand implements Command {
  private final Steer steer;

  public CancelCommand(Steer steer) {
    this.steer = steer;
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
        steer.cancel(context.fence(), Orders.of(context, command, command.argument(0))));
  }
}
