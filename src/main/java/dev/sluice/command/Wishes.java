package dev.sluice.command;

import dev.sluice.flow.Steered;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.flow.waive.WaiveFinding.Wish;

/** From a command to a wish about a finding, and from its outcome to a reply. */
final class Wishes {
  private Wishes() {}

  static Wish of(CommandContext context, ParsedCommand command) {
    return new Wish(
        context.mergeRequest().id(), context.person(), context.note().id(), command.argument(0));
  }

  /** Once it is done, the merge request shows it. */
  static Reply reply(Steered steered, CommandContext context, TendMergeRequest tend) {
    if (steered.done()) {
      tend.run(context.fence(), context.mergeRequest().id());
    }
    return Orders.reply(steered);
  }
}
