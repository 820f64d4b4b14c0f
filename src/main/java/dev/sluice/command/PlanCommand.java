package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.show.ShowPlan;

/** Tells what each statement locks. */
public final class PlanCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "plan",
          "plan",
          "Tells for every target what each statement locks, whom it blocks and for how long; once"
              + " merged, as it was reviewed last.",
          Who.MEMBER,
          When.OPEN_OR_MERGED,
          "/db plan");

  private final ShowPlan plan;

  public PlanCommand(ShowPlan plan) {
    this.plan = plan;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return plan.of(context.fence(), context.mergeRequest(), context.language())
        .map(Reply::ready)
        .orElseGet(() -> Reply.done("No statement here is for a database of Sluice."));
  }
}
