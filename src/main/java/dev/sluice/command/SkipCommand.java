package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.deploy.Decision.Verdict;
import dev.sluice.flow.deploy.GiveUp;
import dev.sluice.flow.deploy.GoOn;
import java.util.Optional;

/** Leaves a statement or a whole rollout out. */
public final class SkipCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "skip",
          "skip statement <n> --reason \"…\" | skip rollout [--target …] --reason \"…\"",
          "Leaves a statement out and goes on, or gives a rollout up so that later changes pass.",
          Who.DEPLOYER,
          When.MERGED,
          "/db skip statement 3 --reason \"done by hand\"");

  private final GoOn goOn;
  private final GiveUp giveUp;

  public SkipCommand(GoOn goOn, GiveUp giveUp) {
    this.goOn = goOn;
    this.giveUp = giveUp;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    if (command.reason().isEmpty()) {
      return Reply.refused("Say why: --reason \"…\"");
    }
    if (command.argument(0).filter("rollout"::equals).isPresent()) {
      return Orders.reply(
          giveUp.skip(context.fence(), Orders.of(context, command, command.argument(1))));
    }
    Optional<String> statement = Orders.statement(command);
    if (statement.isEmpty()) {
      return Reply.refused("Say what: skip statement <n> or skip rollout.");
    }
    return statement.get().matches("\\d{1,6}")
        ? Orders.reply(
            goOn.decide(
                context.fence(),
                Orders.of(context, command, Optional.empty()),
                Integer.parseInt(statement.get()),
                Verdict.SKIP))
        : Orders.badNumber(statement.get());
  }
}
