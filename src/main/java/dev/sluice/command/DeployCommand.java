package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.DeployOnWish;
import dev.sluice.flow.deploy.Order;
import dev.sluice.flow.deploy.PlanRollouts;
import java.util.Optional;

/** Deploys to an environment that waits for a person. */
public final class DeployCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "deploy",
          "deploy [environment|target] [--through] | deploy [environment|target] --at <time>|next-window"
              + " | deploy [environment|target] --now --reason \"…\"",
          "Deploys to an environment that waits for it; `--through` takes earlier changes along, in order,"
              + " `--at` plans it, `--now` passes windows and freezes for those whom the environment names.",
          Who.DEPLOYER,
          When.MERGED,
          "/db deploy prod --at \"2026-11-23 22:00\"");

  private final DeployOnWish deploy;
  private final PlanRollouts plan;

  public DeployCommand(DeployOnWish deploy, PlanRollouts plan) {
    this.deploy = deploy;
    this.plan = plan;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Who who(ParsedCommand command) {
    return command.flag("now").isPresent() ? Who.OVERRIDER : Who.DEPLOYER;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    boolean through = command.flag("through").isPresent();
    Order order = Orders.of(context, command, where(command));
    Optional<String> at = command.flag("at");
    if (command.flag("now").isPresent()) {
      return at.isPresent()
          ? Reply.refused("--now and --at exclude each other.")
          : command.reason().isEmpty()
              ? Reply.refused("Say why: --reason \"…\"")
              : Orders.reply(deploy.rush(context.fence(), order, through));
    }
    return at.isPresent()
        ? Orders.reply(plan.plan(context.fence(), order, at.get()))
        : Orders.reply(deploy.deploy(context.fence(), order, through));
  }

  /** "--through prod" reads as a flag with a value: the value is the environment. */
  private static Optional<String> where(ParsedCommand command) {
    return command
        .argument(0)
        .or(() -> command.flag("through").filter(v -> !v.isEmpty()))
        .or(() -> command.flag("now").filter(v -> !v.isEmpty()));
  }
}
