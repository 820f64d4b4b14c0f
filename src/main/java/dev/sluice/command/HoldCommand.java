package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.HoldRollouts;

/** Keeps a change from being deployed. */
public final class HoldCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "hold",
          "hold [environment|target] --reason \"…\"",
          "Keeps what has not begun from starting, until `unhold`; later changes on the same targets wait too.",
          Who.DEPLOYER,
          When.MERGED,
          "/db hold prod --reason \"after the fair\"");

  private final HoldRollouts hold;

  public HoldCommand(HoldRollouts hold) {
    this.hold = hold;
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
            hold.hold(context.fence(), Orders.of(context, command, command.argument(0))));
  }
}
