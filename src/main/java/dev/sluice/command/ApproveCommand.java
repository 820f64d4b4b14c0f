package dev.sluice.command;

import dev.sluice.approval.Vote.Answer;
import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;

/** Says yes to the SQL as it is now. */
public final class ApproveCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "approve",
          "approve [--reason \"…\"]",
          "Approves the SQL of this merge request as it is now.",
          Who.APPROVER,
          When.OPEN_OR_MERGED,
          "/db approve");

  private final VoteByCommand votes;

  public ApproveCommand(VoteByCommand votes) {
    this.votes = votes;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return votes.cast(context, Answer.APPROVE, command.reason().orElse(""));
  }
}
