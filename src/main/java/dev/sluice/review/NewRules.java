package dev.sluice.review;

import dev.sluice.language.Message;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules that only inform because they are newer than their policy.
 *
 * @param baseline what the policy says
 * @param newest version of Sluice in which one of them came
 * @param rules sorted; at least one
 */
public record NewRules(RulesVersion baseline, SluiceVersion newest, List<RuleId> rules) {
  private static final int MOST = 10;

  public NewRules {
    rules = List.copyOf(rules);
  }

  /** Plain text: how many, which, and what makes them count. */
  public Message words() {
    String more = rules.size() > MOST ? ", …" : "";
    String names =
        rules.stream().limit(MOST).map(RuleId::value).collect(Collectors.joining(", ")) + more;
    return rules.size() == 1
        ? Message.of(
            "1 rule is new since %s and only informs: %s. rules_version: %s in the review policy"
                + " %s makes it count.",
            baseline.version(), names, newest, baseline.policy())
        : Message.of(
            "%s rules are new since %s and only inform: %s. rules_version: %s in the review policy"
                + " %s makes them count.",
            rules.size(), baseline.version(), names, newest, baseline.policy());
  }
}
