package dev.sluice.review.rules.suppression;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.SuppressionRule;
import dev.sluice.review.rule.SuppressionUse;
import java.util.Optional;

/** Who silences a rule says why. */
public final class RequireSuppressionReason implements SuppressionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-suppression-reason",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "An ignore comment says why",
          new Explanation(
              "A comment sluice:ignore without a rule, or without a reason behind it.",
              "The comment is not heard: the finding stays.",
              "Write -- sluice:ignore <rule> <reason>."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<Problem> check(SuppressionUse use) {
    return use.reason().isEmpty()
        ? Optional.of(Problem.at(use.place(), "The ignore comment gives no reason"))
        : Optional.empty();
  }
}
