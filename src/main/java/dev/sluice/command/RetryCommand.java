package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.deploy.Decision.Verdict;
import dev.sluice.flow.deploy.GoOn;
import java.util.Optional;

/** Goes on with a rollout that stopped. */
public final class RetryCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "retry",
          "retry [target] | retry statement <n> --reason \"…\"",
          "Goes on where a rollout stopped; with a statement, runs one again of which nobody knows"
              + " whether it ran.",
          Who.DEPLOYER,
          When.MERGED,
          "/db retry");

  private final GoOn goOn;

  public RetryCommand(GoOn goOn) {
    this.goOn = goOn;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    Optional<String> statement = Orders.statement(command);
    if (statement.isEmpty()) {
      return Orders.reply(
          goOn.retry(context.fence(), Orders.of(context, command, command.argument(0))));
    }
    if (command.reason().isEmpty()) {
      return Reply.refused("Say why you know that it did not run: --reason \"…\"");
    }
    return statement.get().matches("\\d{1,6}")
        ? Orders.reply(
            goOn.decide(
                context.fence(),
                Orders.of(context, command, Optional.empty()),
                Integer.parseInt(statement.get()),
                Verdict.RUN_AGAIN))
        : Orders.badNumber(statement.get());
  }
}
