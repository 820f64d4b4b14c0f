package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.query.Truth;
import java.util.List;

/** A change of nothing is not what its author meant. */
public final class BanFalseCondition implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-false-condition",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "Conditions can be true",
          new Explanation(
              "UPDATE or DELETE with a WHERE that no row meets: 1 = 0, FALSE, IS NULL of a"
                  + " column that is never NULL. Comparisons with NULL have a rule of their own.",
              "The statement does nothing, and whoever relies on it does not notice.",
              "Correct the condition, or leave the statement out."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    boolean changes = action instanceof Action.Update || action instanceof Action.Delete;
    if (!changes || Where.of(action, scene) != Truth.NEVER) {
      return List.of();
    }
    return Where.condition(Stretch.of(scene.statement(), action.place())).stream()
        .map(c -> Problem.at(c.place(), "No row meets %s", scene.text(c.place())))
        .toList();
  }
}
