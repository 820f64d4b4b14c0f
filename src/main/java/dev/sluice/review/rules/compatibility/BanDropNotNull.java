package dev.sluice.review.rules.compatibility;

import dev.sluice.catalog.Column;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Code that was promised a value meets NULL. */
public final class BanDropNotNull implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-drop-not-null",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Columns stay NOT NULL",
              new Explanation(
                  "ALTER COLUMN … DROP NOT NULL, or MODIFY and CHANGE that leave NOT NULL out, on a"
                      + " column that is NOT NULL. New tables are exempt.",
                  "Code that reads the column was never given NULL and may fail on the first one;"
                      + " the way back needs every NULL filled again.",
                  "Release code that reads NULL first, and waive this finding then."))
          .knownAs("squawk ban-drop-not-null");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof Action.DropNotNull drop) {
      return problem(action, drop.table(), drop.column(), scene);
    }
    return action instanceof Action.ModifyColumn modify && allowsNull(modify)
        ? problem(action, modify.table(), modify.column(), scene)
        : List.of();
  }

  private static boolean allowsNull(Action.ModifyColumn modify) {
    return !modify.definition().notNull() && modify.definition().constraints().isEmpty();
  }

  private static List<Problem> problem(
      Action action, ObjectName table, String column, Scene scene) {
    Optional<Column> before = scene.table(table).flatMap(t -> t.column(column));
    boolean nullable = before.map(Column::nullable).orElse(action instanceof Action.ModifyColumn);
    return nullable || scene.isNew(table) || isKey(table, column, scene)
        ? List.of()
        : List.of(
            Problem.at(action.place(), "Column %s.%s may be NULL from now on", table, column));
  }

  /** Columns of a primary key stay NOT NULL whatever is said. */
  private static boolean isKey(ObjectName table, String column, Scene scene) {
    return scene
        .table(table)
        .flatMap(t -> t.primaryKey())
        .filter(k -> k.columns().contains(column))
        .isPresent();
  }
}
