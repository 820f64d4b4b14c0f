package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.Order;
import dev.sluice.flow.rollback.RollBack;

/** Takes a deployment back. */
public final class RollbackCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "rollback",
          "rollback [database|environment|target] [--reason \"…\"] | rollback [database|environment|target]"
              + " --now --reason \"…\"",
          "Opens a merge request with scripts that take back what ran; `--now` runs them at once,"
              + " for whom `rollback.direct` names.",
          Who.DEVELOPER,
          When.MERGED,
          "/db rollback prod");

  private final RollBack rollBack;

  public RollbackCommand(RollBack rollBack) {
    this.rollBack = rollBack;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    // "--now prod" reads as a flag with a value: the value is the environment.
    boolean now = command.flag("now").isPresent();
    var where = command.argument(0).or(() -> command.flag("now").filter(v -> !v.isEmpty()));
    Order order = Orders.of(context, command, where);
    if (!now) {
      return Orders.reply(rollBack.propose(context.fence(), context.mergeRequest(), order));
    }
    return order.reason().isEmpty()
        ? Reply.refused("Say why: --reason \"…\"")
        : Orders.reply(rollBack.now(context.fence(), context.mergeRequest(), order));
  }
}
