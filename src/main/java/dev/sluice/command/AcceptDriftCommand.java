package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.drift.AcceptDrift;

/** Takes a schema that was changed past Sluice for the new normal. */
public final class AcceptDriftCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "accept-drift",
          "accept-drift [target] --reason \"…\"",
          "Takes a schema that was changed past Sluice, as Sluice showed it last, for the new"
              + " normal.",
          Who.DEPLOYER,
          When.ALWAYS,
          "/db accept-drift orders@prod --reason \"index made by hand in the outage of May 3\"");

  private final AcceptDrift drift;

  public AcceptDriftCommand(AcceptDrift drift) {
    this.drift = drift;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return command.reason().isEmpty()
        ? Reply.refused("Say why: --reason \"…\"")
        : Orders.reply(
            drift.accept(context.fence(), Orders.of(context, command, command.argument(0))));
  }
}
