package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.answer.AfterMerge;
import dev.sluice.flow.answer.RolloutStanding;
import dev.sluice.flow.answer.Standing;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequest.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says where a change is: the summary note brought up to date, and the targets after the merge. */
public final class StatusCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "status",
          "status",
          "Says where the change is and brings the summary up to date.",
          Who.MEMBER,
          When.ALWAYS,
          "/db status");

  private final TendMergeRequest tend;
  private final AfterMerge afterMerge;

  public StatusCommand(TendMergeRequest tend, AfterMerge afterMerge) {
    this.tend = tend;
    this.afterMerge = afterMerge;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    tend.run(context.fence(), context.mergeRequest().id());
    if (context.mergeRequest().state() != State.MERGED) {
      return Reply.done("The summary note is up to date.");
    }
    Optional<Standing> standing = afterMerge.standing(context.mergeRequest());
    return standing
        .map(s -> Reply.ready(table(s.rollouts(), context.language())))
        .orElseGet(() -> Reply.done("Nothing of this merge request is deployed by Sluice."));
  }

  static String table(List<RolloutStanding> rollouts, Language language) {
    return "| "
        + language.text("Target")
        + " | "
        + language.text("State")
        + " | |\n|---|---|---|\n"
        + rollouts.stream().map(r -> row(r, language)).collect(Collectors.joining("\n"));
  }

  private static String row(RolloutStanding rollout, Language language) {
    return "| "
        + Markdown.escape(rollout.target().toString())
        + " | "
        + language.say(rollout.label())
        + " | "
        + Markdown.escape(language.say(rollout.note()))
        + " |";
  }
}
