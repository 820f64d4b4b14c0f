package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells what there is to know of a rule, as Markdown. Pure. */
public final class ExplainRule {
  private final Supplier<List<RuleInfo>> rules;

  public ExplainRule(Supplier<List<RuleInfo>> rules) {
    this.rules = rules;
  }

  /**
   * @param name an id of ours, now or formerly, or the name that another tool has for it
   */
  public Optional<String> explain(String name) {
    return rules.get().stream()
        .filter(r -> r.isCalled(name) || calledElsewhere(r, name))
        .findFirst()
        .map(ExplainRule::text);
  }

  private static boolean calledElsewhere(RuleInfo rule, String name) {
    return rule.names().elsewhere().stream().anyMatch(other -> other.name().equalsIgnoreCase(name));
  }

  private static String text(RuleInfo rule) {
    String engines =
        rule.engines().stream().sorted().map(Dialect::id).collect(Collectors.joining(", "));
    return "**"
        + rule.id()
        + "** — "
        + Markdown.escape(rule.title())
        + ". "
        + Icons.of(rule.severity())
        + " "
        + Markdown.escape(engines)
        + "\n\n"
        + Markdown.escape(rule.explanation().when())
        + "\n\n**Why:** "
        + Markdown.escape(rule.explanation().effect())
        + "\n\n**Do instead:** "
        + Markdown.escape(rule.explanation().remedy())
        + options(rule.options());
  }

  private static String options(List<Option<?>> options) {
    return options.isEmpty()
        ? ""
        : "\n\n**A policy can set:** "
            + options.stream()
                .map(o -> "`" + o.name() + "`: " + Markdown.escape(o.doc()))
                .collect(Collectors.joining("; "))
            + ".";
  }
}
