package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.impact.Work;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Set;

/** Tables that need a plan of their own. */
public final class LimitTableSize implements ActionRule {
  private static final Option<Integer> ROWS =
      Option.number(
          "rows", 10_000_000, "How many rows a table may have to be changed like any other");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-table-size",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Large tables are changed by plan",
              new Explanation(
                  "A change of the definition of a table with more rows than allowed, unless it is"
                      + " over in an instant.",
                  "It takes long, and what waits behind it takes longer.",
                  "Plan a window, or use an online schema change."))
          .inStrict(Severity.WARNING)
          .options(ROWS)
          .formerly("ddl-on-large-table")
          .knownAs("bytebase TABLE_LIMIT_SIZE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    int max = scene.option(ROWS);
    return Touched.definition(action)
        .filter(t -> scene.size(t).rows().orElse(0) > max)
        .filter(t -> scene.impact(action).work() != Work.INSTANT)
        .map(t -> Problem.at(action.place(), "Table %s has more than %s rows", scene.sized(t), max))
        .stream()
        .toList();
  }
}
