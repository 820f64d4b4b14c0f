package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.FreezeEnvironment;

/** Has nothing deployed to an environment. */
public final class FreezeCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "freeze",
          "freeze <environment> --reason \"…\" [--until <time>]",
          "Has nothing deployed to an environment, whatever its merge request; what runs already ends.",
          Who.FREEZER,
          When.ALWAYS,
          "/db freeze prod --reason \"incident 42\" --until +4h");

  private final FreezeEnvironment freeze;

  public FreezeCommand(FreezeEnvironment freeze) {
    this.freeze = freeze;
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
            freeze.freeze(
                context.fence(),
                Orders.of(context, command, command.argument(0)),
                command.flag("until")));
  }
}
