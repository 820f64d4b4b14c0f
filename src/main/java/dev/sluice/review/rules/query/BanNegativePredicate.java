package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.query.Conditions;
import dev.sluice.sql.query.Stretch;
import java.util.List;

/** No index finds what something is not. */
public final class BanNegativePredicate implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-negative-predicate",
          Severity.OFF,
          RuleInfo.ALL_ENGINES,
          "Conditions say what is wanted",
          new Explanation(
              "<>, !=, NOT IN or NOT LIKE in a condition. NOT EXISTS and IS NOT NULL are"
                  + " exempt.",
              "No index helps to find the rows; and NOT IN finds none at all where the list has"
                  + " a NULL.",
              "Name the wanted values, or use NOT EXISTS."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    return Conditions.allTerms(Stretch.of(scene.statement())).stream()
        .filter(BanNegativePredicate::isNegative)
        .map(term -> Problem.at(term.place(), "%s asks for what is not", term.text()))
        .toList();
  }

  private static boolean isNegative(Stretch term) {
    return term.contains("<>")
        || term.contains("!=")
        || term.contains("NOT", "IN")
        || term.contains("NOT", "LIKE")
        || term.contains("NOT", "ILIKE");
  }
}
