package dev.sluice.review.rules.column;

import dev.sluice.catalog.Column;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** For houses that add a column instead. */
public final class BanTypeChange implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-type-change",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Columns keep their types",
              new Explanation(
                  "ALTER COLUMN TYPE, MODIFY or CHANGE to another type on a table that is there"
                      + " already.",
                  "Code that reads the column meets another type, before or after its own release.",
                  "Add a column, copy, and drop the old one later."))
          .knownAs("bytebase COLUMN_DISALLOW_CHANGE_TYPE", "bytebase COLUMN_DISALLOW_CHANGE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof Action.AlterColumnType alter) {
      return change(alter.place(), alter.table(), alter.column(), alter.type(), scene);
    }
    return action instanceof Action.ModifyColumn modify
        ? change(modify.place(), modify.table(), modify.column(), modify.definition().type(), scene)
        : List.of();
  }

  private static List<Problem> change(
      Place place, ObjectName table, String column, DataType type, Scene scene) {
    Optional<DataType> before = scene.table(table).flatMap(t -> t.column(column)).map(Column::type);
    boolean same = before.filter(type::equals).isPresent();
    return same || scene.isNew(table)
        ? List.of()
        : List.of(
            Problem.at(
                place,
                before
                    .map(
                        b ->
                            Message.of(
                                "Column %s.%s changes from %s to %s", table, column, b, type))
                    .orElseGet(
                        () -> Message.of("Column %s.%s changes to %s", table, column, type))));
  }
}
