package dev.sluice.review.house;

import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.sql.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes rules of what the configuration says. */
public final class HouseRules {
  /** An upgrade brings none of them, so that none is ever new to a policy. */
  private static final String ALWAYS = "0.0.0";

  private HouseRules() {}

  /**
   * Sorted by id. Throws IllegalArgumentException for what {@link Flaws} and the check of ids tell.
   *
   * @param settings by id
   */
  public static List<Rule> of(Map<String, HouseRuleSettings> settings) {
    return settings.entrySet().stream()
        .map(e -> rule(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(r -> r.info().id()))
        .toList();
  }

  /** What there is to know of them; only for those without flaws. */
  public static List<RuleInfo> infos(Map<String, HouseRuleSettings> settings) {
    return of(settings).stream().map(Rule::info).toList();
  }

  private static Rule rule(String id, HouseRuleSettings settings) {
    Set<Dialect> engines = settings.engines().isEmpty() ? RuleInfo.ALL_ENGINES : settings.engines();
    RuleInfo info =
        new RuleInfo(
                id,
                settings.severity(),
                engines,
                title(settings.message()),
                new Explanation(
                    when(settings), stopped(settings.effect()), stopped(settings.remedy())))
            .since(ALWAYS);
    return new HouseRule(info, settings);
  }

  /** The message with its placeholders as plain words. */
  private static String title(String message) {
    String title = message.replaceAll("\\{\\{\\s*(\\w+)\\s*}}", "<$1>").strip();
    return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
  }

  private static String when(HouseRuleSettings settings) {
    String kinds =
        settings.statements().stream()
            .map(StatementKind::id)
            .sorted()
            .collect(Collectors.joining(", "));
    String when = words(settings.when());
    String unless =
        settings.unless().stream().map(HouseRules::words).collect(Collectors.joining("; or "));
    return "A rule of this house, declared in Sluice's configuration: "
        + kinds
        + (when.isEmpty() ? "" : " where " + when)
        + (unless.isEmpty() ? "" : ", unless " + unless)
        + ".";
  }

  private static String words(HouseCondition condition) {
    String patterns =
        condition.patterns().entrySet().stream()
            .map(p -> p.getKey().id() + " is like " + p.getValue().pattern())
            .collect(Collectors.joining(" and "));
    String clause =
        condition.clause().isEmpty() ? "" : "it says " + String.join(" or ", condition.clause());
    String fresh =
        condition.newTable().map(yes -> "the table is " + (yes ? "new" : "not new")).orElse("");
    return List.of(patterns, clause, fresh).stream()
        .filter(w -> !w.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private static String stopped(String text) {
    return text.strip().endsWith(".") ? text.strip() : text.strip() + ".";
  }
}
