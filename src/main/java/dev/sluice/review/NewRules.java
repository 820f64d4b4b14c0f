package dev.sluice.review;

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
  public String words() {
    boolean one = rules.size() == 1;
    String more = rules.size() > MOST ? ", …" : "";
    return rules.size()
        + (one ? " rule is" : " rules are")
        + " new since "
        + baseline.version()
        + (one ? " and only informs: " : " and only inform: ")
        + rules.stream().limit(MOST).map(RuleId::value).collect(Collectors.joining(", "))
        + more
        + ". rules_version: "
        + newest
        + " in the review policy "
        + baseline.policy()
        + (one ? " makes it count." : " makes them count.");
  }
}
