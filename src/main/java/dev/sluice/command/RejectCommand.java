package dev.sluice.command;

import dev.sluice.approval.Vote.Answer;
import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;

/** Says no to the SQL as it is now, and why. */
public final class RejectCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "reject",
          "reject --reason \"…\"",
          "Rejects the SQL of this merge request as it is now.",
          Who.APPROVER,
          When.OPEN_OR_MERGED,
          "/db reject --reason \"locks orders for minutes\"");

  private final VoteByCommand votes;

  public RejectCommand(VoteByCommand votes) {
    this.votes = votes;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return command
        .reason()
        .map(reason -> votes.cast(context, Answer.REJECT, reason))
        .orElseGet(() -> Reply.refused("Say why: reject --reason \"…\""));
  }
}
