package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.answer.AfterMerge;
import dev.sluice.flow.deploy.Order;
import dev.sluice.flow.deploy.PlanRollouts;
import java.util.Optional;

/** Says what waits for what and until when; plans a deployment, or takes the plan back. */
public final class ScheduleCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "schedule",
          "schedule | schedule [environment|target] --at <time>|next-window"
              + " | schedule [environment|target] --cancel",
          "Lists what has still to be deployed and until when it waits; plans a deployment, or takes the"
              + " plan back.",
          Who.DEPLOYER,
          When.MERGED,
          "/db schedule prod --at +2h");

  private final PlanRollouts plan;
  private final AfterMerge afterMerge;

  public ScheduleCommand(PlanRollouts plan, AfterMerge afterMerge) {
    this.plan = plan;
    this.afterMerge = afterMerge;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Who who(ParsedCommand command) {
    return command.flags().isEmpty() ? Who.MEMBER : Who.DEPLOYER;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    Optional<String> where =
        command.argument(0).or(() -> command.flag("cancel").filter(v -> !v.isEmpty()));
    Order order = Orders.of(context, command, where);
    if (command.flag("cancel").isPresent()) {
      return Orders.reply(plan.takeBack(context.fence(), order));
    }
    Optional<String> at = command.flag("at");
    return at.isPresent()
        ? Orders.reply(plan.plan(context.fence(), order, at.get()))
        : list(context, order);
  }

  private Reply list(CommandContext context, Order order) {
    return afterMerge
        .standing(context.mergeRequest())
        .map(
            s ->
                s.rollouts().stream()
                    .filter(r -> !r.finished() && order.means(r.target()))
                    .toList())
        .filter(rows -> !rows.isEmpty())
        .map(rows -> Reply.ready(StatusCommand.table(rows, context.language())))
        .orElseGet(() -> Reply.done("Nothing waits to be deployed."));
  }
}
