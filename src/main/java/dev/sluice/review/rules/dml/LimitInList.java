package dev.sluice.review.rules.dml;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import java.util.List;

/** A table written as a list. */
public final class LimitInList implements StatementRule {
  static final int MOST = 500;
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-in-list",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "An IN list has at most " + MOST + " values",
              new Explanation(
                  "IN (…) with more than " + MOST + " values. Subqueries are not counted.",
                  "The planner tries each value by itself or gives up and reads the whole table;"
                      + " MySQL does so from range_optimizer_max_mem_size on.",
                  "Put the values into a temporary table and join it."))
          .formerly("large-in-list");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    return Call.in(Stretch.of(scene.statement())).stream()
        .filter(c -> c.function().equals("in") && c.arguments().size() > MOST)
        .filter(c -> !c.arguments().at(0, "SELECT"))
        .filter(c -> c.arguments().items().size() > MOST)
        .map(
            c ->
                Problem.at(
                    c.place(),
                    "IN with " + c.arguments().items().size() + " values; at most " + MOST))
        .toList();
  }
}
