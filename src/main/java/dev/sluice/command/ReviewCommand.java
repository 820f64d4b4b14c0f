package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.tend.TendMergeRequest;

/** Reviews again, e.g. after a target was out of reach. */
public final class ReviewCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "review",
          "review",
          "Reviews the merge request again.",
          Who.DEVELOPER,
          When.OPEN,
          "/db review");

  private final TendMergeRequest tend;

  public ReviewCommand(TendMergeRequest tend) {
    this.tend = tend;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    tend.run(context.fence(), context.mergeRequest().id());
    return Reply.ready("");
  }
}
