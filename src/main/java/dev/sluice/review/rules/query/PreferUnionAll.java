package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.stream.IntStream;

/** Duplicates are sought that cannot be. */
public final class PreferUnionAll implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "prefer-union-all",
          Severity.OFF,
          RuleInfo.ALL_ENGINES,
          "UNION ALL where duplicates do not matter",
          new Explanation(
              "UNION without ALL in a view, INSERT … SELECT or CREATE TABLE AS. Off unless a policy turns it on.",
              "The server sorts or hashes all rows to take duplicates out, also where there are none.",
              "Write UNION ALL where both sides cannot have the same row."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    boolean kept =
        scene.statement().actions().stream()
            .anyMatch(
                a -> a instanceof CreateView || a instanceof Insert || a instanceof CreateTable);
    return kept
        ? IntStream.range(0, tokens.size() - 1)
            .filter(i -> tokens.at(i, "UNION") && !tokens.at(i + 1, "ALL"))
            .mapToObj(
                i ->
                    Problem.at(tokens.get(i).place(), "UNION takes duplicates out")
                        .replacing(tokens.get(i).place(), "UNION ALL"))
            .toList()
        : List.of();
  }
}
