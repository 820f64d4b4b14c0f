package dev.sluice.review.rules.suppression;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.SuppressionRule;
import dev.sluice.review.rule.SuppressionUse;
import java.util.Optional;

/** A typing error must not look like a waiver. */
public final class BanUnknownSuppression implements SuppressionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-unknown-suppression",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "An ignore comment names a rule that exists",
              new Explanation(
                  "A comment sluice:ignore with something that is no rule id.",
                  "The comment is not heard for that rule.",
                  "Correct the id; the list is in docs/rules."))
          .formerly("unknown-suppression");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<Problem> check(SuppressionUse use) {
    return use.unknown().isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.at(use.place(), "There is no rule %s", use.unknown()));
  }
}
