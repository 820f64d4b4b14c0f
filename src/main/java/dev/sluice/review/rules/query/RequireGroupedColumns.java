package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.query.Ungrouped;
import java.util.List;
import java.util.Set;

/** Of many rows any one gives the value. */
public final class RequireGroupedColumns implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-grouped-columns",
          Severity.WARNING,
          Set.of(Dialect.MYSQL, Dialect.MARIADB, Dialect.SQLITE),
          "Groupings select what they group by, or aggregates",
          new Explanation(
              "GROUP BY in INSERT … SELECT, a view or CREATE TABLE AS, with a plain column in the"
                  + " select list that it does not name. Groupings by a primary key are exempt.",
              "The server takes the value of any row of the group, another one on each run and"
                  + " replica; with ONLY_FULL_GROUP_BY it refuses the statement.",
              "Group by the column, too, or say which value: MIN, MAX, ANY_VALUE."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch words = Stretch.of(scene.statement());
    boolean lasts = scene.statement().actions().stream().anyMatch(RequireGroupedColumns::lasts);
    int group = words.indexOf("GROUP", "BY");
    if (!lasts || group < 0) {
      return List.of();
    }
    return Queries.ungrouped(scene.statement(), scene.dialect()).stream()
        .filter(u -> !byKey(u, scene))
        .map(
            u ->
                Problem.at(
                    words.range(group, group + 2).place(),
                    "%s is selected and not grouped by",
                    u.written()))
        .toList();
  }

  private static boolean lasts(Action action) {
    return action instanceof Action.Insert
        || action instanceof Action.CreateView
        || action instanceof Action.CreateTable;
  }

  /** Then the group has one row of that table. */
  private static boolean byKey(Ungrouped ungrouped, Scene scene) {
    return Queries.tables(scene.statement(), scene.dialect()).stream()
        .flatMap(t -> scene.table(t.table()).stream())
        .flatMap(t -> t.primaryKey().stream())
        .anyMatch(k -> ungrouped.grouping().containsAll(k.columns()));
  }
}
