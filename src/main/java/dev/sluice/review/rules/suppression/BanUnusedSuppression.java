package dev.sluice.review.rules.suppression;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.SuppressionRule;
import dev.sluice.review.rule.SuppressionUse;
import java.util.Optional;

/** A waiver that waives nothing hides the next mistake. */
public final class BanUnusedSuppression implements SuppressionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-unused-suppression",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "An ignore comment waives something",
              new Explanation(
                  "A comment sluice:ignore for a rule that finds nothing there, on any target. Not"
                      + " where the statement could not be reviewed fully.",
                  "It would silence a finding that nobody has seen yet.",
                  "Delete the comment."))
          .formerly("unused-suppression")
          .knownAs("squawk unused-ignore");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<Problem> check(SuppressionUse use) {
    return use.unused().isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.at(use.place(), "%s finds nothing to ignore here", use.unused()));
  }
}
