package dev.sluice.command;

import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.answer.ExplainRule;
import dev.sluice.flow.waive.MeantFindings;
import dev.sluice.language.Language;
import dev.sluice.store.record.KnownFinding;
import java.util.Optional;

/** Tells about a rule. */
public final class ExplainCommand implements Command {
  static final CommandInfo INFO =
      new CommandInfo(
          "explain",
          "explain [rule or fingerprint]",
          "Tells about a rule, ours or by the name that another tool has for it; in a thread, about"
              + " the one that found it.",
          Who.MEMBER,
          When.ALWAYS,
          "/db explain require-concurrent-index");

  private final ExplainRule rules;
  private final MeantFindings findings;

  public ExplainCommand(ExplainRule rules, MeantFindings findings) {
    this.rules = rules;
    this.findings = findings;
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply run(CommandContext context, ParsedCommand command) {
    Optional<String> asked = command.argument(0);
    Language language = context.language();
    return asked
        .flatMap(name -> rules.explain(name, language))
        .or(() -> found(context, asked).flatMap(rule -> rules.explain(rule, language)))
        .map(Reply::ready)
        .orElseGet(
            () ->
                asked
                    .map(name -> Reply.refused("There is no rule or finding %s.", name))
                    .orElseGet(
                        () -> Reply.refused("Name a rule, or ask in the thread of a finding.")));
  }

  private Optional<String> found(CommandContext context, Optional<String> asked) {
    return findings.of(context.mergeRequest().id(), context.note().id(), asked).stream()
        .map(KnownFinding::rule)
        .findFirst();
  }
}
