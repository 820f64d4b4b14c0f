package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;

/** Tables that are several in one. */
public final class LimitTableColumns implements ActionRule {
  private static final Option<Integer> MAX =
      Option.number("max", 60, "How many columns a table may have");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-table-columns",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Tables have a moderate number of columns",
              new Explanation(
                  "A new table, or a column, after which the table has more columns than allowed.",
                  "Rows become wide, and each read and write carries all of them.",
                  "Split the table, or put rare values into a table of their own."))
          .options(MAX)
          .formerly("too-many-columns");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    List<NewColumn> brought = NewColumn.of(action, scene);
    if (brought.isEmpty() || action instanceof Action.ModifyColumn) {
      return List.of();
    }
    ObjectName table = brought.get(0).table();
    int after = scene.table(table).map(t -> t.columns().size()).orElse(0) + brought.size();
    int max = scene.option(MAX);
    return after > max
        ? List.of(
            Problem.at(
                action.place(), "Table %s would have %s columns, more than %s", table, after, max))
        : List.of();
  }
}
