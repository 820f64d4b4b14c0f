package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.deploy.DeployOnWish;

/** Deploys to an environment that waits for a person. */
public final class DeployCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "deploy",
          "deploy [environment|target] [--through]",
          "Deploys to an environment that waits for it; `--through` takes earlier changes along, in order.",
          Who.DEPLOYER,
          When.MERGED,
          "/db deploy prod");

  private final DeployOnWish deploy;

  public DeployCommand(DeployOnWish deploy) {
    this.deploy = deploy;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    // "--through prod" reads as a flag with a value: the value is the environment.
    boolean through = command.flag("through").isPresent();
    var where = command.argument(0).or(() -> command.flag("through").filter(v -> !v.isEmpty()));
    return Orders.reply(
        deploy.deploy(context.fence(), Orders.of(context, command, where), through));
  }
}
