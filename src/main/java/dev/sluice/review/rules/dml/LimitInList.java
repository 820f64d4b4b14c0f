package dev.sluice.review.rules.dml;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import java.util.List;

/** A table written as a list. */
public final class LimitInList implements StatementRule {
  private static final Option<Integer> MOST =
      Option.number("values", 500, "How many values a list may have");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-in-list",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "An IN list has only so many values",
              new Explanation(
                  "IN (…) with more values than the policy allows, 500 by default. Subqueries are"
                      + " not counted.",
                  "The planner tries each value by itself or gives up and reads the whole table;"
                      + " MySQL does so from range_optimizer_max_mem_size on.",
                  "Put the values into a temporary table and join it."))
          .knownAs("bytebase STATEMENT_WHERE_MAXIMUM_LOGICAL_OPERATOR_COUNT")
          .options(MOST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    return Call.in(Stretch.of(scene.statement())).stream()
        .filter(c -> c.function().equals("in") && c.arguments().size() > scene.option(MOST))
        .filter(c -> !c.arguments().at(0, "SELECT"))
        .filter(c -> c.arguments().items().size() > scene.option(MOST))
        .map(
            c ->
                Problem.at(
                    c.place(),
                    "IN with %s values; at most %s",
                    c.arguments().items().size(),
                    scene.option(MOST)))
        .toList();
  }
}
