package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Places of columns, which rebuild tables. */
public final class BanColumnOrder implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-column-order",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "Columns stay where they are",
              new Explanation(
                  "FIRST or AFTER with MODIFY or CHANGE.",
                  "The table is rebuilt for an order that no query should rely on.",
                  "Leave the place out."))
          .inStrict(Severity.WARNING)
          .knownAs("bytebase COLUMN_DISALLOW_CHANGING_ORDER");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof Action.ModifyColumn modify)) {
      return List.of();
    }
    Stretch words = Stretch.of(scene.statement(), modify.place());
    int at = words.find(0, Set.of("FIRST", "AFTER"));
    return at < 0
        ? List.of()
        : List.of(
            Problem.at(words.get(at).place(), "Column %s.%s moves", modify.table(), modify.column())
                .replacing(words.from(at).place(), ""));
  }
}
