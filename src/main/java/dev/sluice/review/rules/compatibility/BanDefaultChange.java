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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Code that leaves a column out gets another value. */
public final class BanDefaultChange implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-default-change",
          Severity.INFO,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Defaults stay as they are",
          new Explanation(
              "ALTER COLUMN … SET DEFAULT or DROP DEFAULT on a column that has another default."
                  + " New tables, and columns without a default, are exempt.",
              "Code that runs now and leaves the column out writes another value from this moment"
                  + " on; where the column is NOT NULL and has no default any more, it fails.",
              "Make sure that all code that writes the table is ready for it."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof Action.SetDefault set) {
      return known(set.table(), set.column(), scene)
          .filter(old -> !plain(old).equals(plain(set.expression())))
          .map(
              old ->
                  Problem.at(
                      set.place(),
                      "The default of %s.%s becomes %s; it was %s",
                      set.table(),
                      set.column(),
                      set.expression(),
                      old))
          .stream()
          .toList();
    }
    if (action instanceof Action.DropDefault drop) {
      return known(drop.table(), drop.column(), scene)
          .map(
              old ->
                  Problem.at(
                      drop.place(),
                      "%s.%s has no default any more; it was %s",
                      drop.table(),
                      drop.column(),
                      old))
          .stream()
          .toList();
    }
    return List.of();
  }

  private static Optional<String> known(ObjectName table, String column, Scene scene) {
    return scene.isNew(table)
        ? Optional.empty()
        : scene
            .table(table)
            .flatMap(t -> t.column(column))
            .flatMap(Column::defaultExpression)
            .filter(old -> !old.equalsIgnoreCase("null"));
  }

  /** Catalogs quote and cast: {@code 'x'::text} and {@code 'x'} are one. */
  private static String plain(String expression) {
    return expression
        .replaceFirst("::[\\w .()\\[\\]\"]+$", "")
        .replaceAll("^'(.*)'$", "$1")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
