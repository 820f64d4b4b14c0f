package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.flow.waive.WaiveFinding;

/** Takes a waiver back. */
public final class UnwaiveCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "unwaive",
          "unwaive [rule or fingerprint]",
          "Takes the waiver of a finding back, in its thread or by name.",
          Who.DEVELOPER,
          When.OPEN_OR_MERGED,
          "/db unwaive");

  private final WaiveFinding waive;
  private final TendMergeRequest tend;

  public UnwaiveCommand(WaiveFinding waive, TendMergeRequest tend) {
    this.waive = waive;
    this.tend = tend;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    return Wishes.reply(waive.unwaive(context.fence(), Wishes.of(context, command)), context, tend);
  }
}
