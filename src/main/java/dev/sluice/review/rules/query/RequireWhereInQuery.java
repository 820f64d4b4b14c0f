package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** A query of everything. */
public final class RequireWhereInQuery implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-where-in-query",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Queries say which rows",
              new Explanation(
                  "A SELECT from a table, at the top of a script, without WHERE, LIMIT or GROUP BY."
                      + " Off unless a policy turns it on.",
                  "Every row is read and sent.",
                  "Add a WHERE or a LIMIT."))
          .knownAs("bytebase STATEMENT_WHERE_REQUIRE_SELECT");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    boolean limited = tokens.find(0, Set.of("WHERE", "LIMIT", "GROUP", "FETCH")) > 0;
    boolean reads = tokens.at(0, "SELECT") && tokens.find(0, Set.of("FROM")) > 0;
    boolean query = scene.statement().actions().stream().allMatch(Action.Select.class::isInstance);
    return query && reads && !limited
        ? Queries.tables(scene.statement(), scene.dialect()).stream()
            .limit(1)
            .map(t -> Problem.at(t.place(), "Reads every row of %s", scene.sized(t.table())))
            .toList()
        : List.of();
  }
}
