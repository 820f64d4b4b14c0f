package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateTable.Origin;
import dev.sluice.sql.ColumnDefinition;
import java.util.List;

/** Columns that each table of a house has. */
public final class RequireColumns implements ActionRule {
  private static final Option<List<String>> COLUMNS =
      Option.texts(
          "columns", List.of("id", "created_at", "updated_at"), "Columns that every table has");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-columns",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Tables have the columns that all of them have",
              new Explanation(
                  "CREATE TABLE without one of the columns on the list, or one of these dropped or"
                      + " renamed. Temporary tables, copies and partitions are exempt.",
                  "What works on all tables, audit, synchronisation and archives, does not work on"
                      + " this one.",
                  "Add the missing columns."))
          .options(COLUMNS)
          .knownAs("bytebase COLUMN_REQUIRED")
          .formerly("required-columns");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    List<String> wanted = scene.option(COLUMNS);
    if (action instanceof Action.DropColumn drop && wanted.contains(drop.column())) {
      return List.of(
          Problem.at(drop.place(), "Every table has %s, %s too", drop.column(), drop.table()));
    }
    if (action instanceof Action.RenameColumn rename && wanted.contains(rename.column())) {
      return List.of(
          Problem.at(
              rename.place(), "Every table has %s, %s too", rename.column(), rename.table()));
    }
    return action instanceof CreateTable table
            && !table.temporary()
            && table.origin() == Origin.COLUMNS
        ? missing(table, wanted)
        : List.of();
  }

  private static List<Problem> missing(CreateTable table, List<String> wanted) {
    List<String> there = table.columns().stream().map(ColumnDefinition::name).toList();
    List<String> missing = wanted.stream().filter(w -> !there.contains(w)).toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(Problem.at(table.place(), "Table %s lacks %s", table.table(), missing));
  }
}
