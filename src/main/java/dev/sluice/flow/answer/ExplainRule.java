package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
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
  public Optional<String> explain(String name, Language language) {
    return rules.get().stream()
        .filter(r -> r.isCalled(name) || calledElsewhere(r, name))
        .findFirst()
        .map(r -> text(r, language));
  }

  private static boolean calledElsewhere(RuleInfo rule, String name) {
    return rule.names().elsewhere().stream().anyMatch(other -> other.name().equalsIgnoreCase(name));
  }

  private static String text(RuleInfo rule, Language language) {
    String engines =
        rule.engines().stream().sorted().map(Dialect::id).collect(Collectors.joining(", "));
    return "**"
        + rule.id()
        + "** — "
        + Markdown.escape(language.text(rule.title()))
        + language.text(". ")
        + Icons.of(rule.severity())
        + " "
        + Markdown.escape(engines)
        + "\n\n"
        + Markdown.escape(language.text(rule.explanation().when()))
        + "\n\n**"
        + language.text("Why:")
        + "** "
        + Markdown.escape(language.text(rule.explanation().effect()))
        + "\n\n**"
        + language.text("Do instead:")
        + "** "
        + Markdown.escape(language.text(rule.explanation().remedy()))
        + options(rule.options(), language);
  }

  private static String options(List<Option<?>> options, Language language) {
    return options.isEmpty()
        ? ""
        : "\n\n**"
            + language.text("A policy can set:")
            + "** "
            + options.stream()
                .map(o -> "`" + o.name() + "`: " + Markdown.escape(language.text(o.doc())))
                .collect(Collectors.joining("; "))
            + ".";
  }
}
