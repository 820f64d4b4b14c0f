package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.ColumnDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments that the database sets. */
public final class LimitClockColumns extends NewColumnRule {
  private static final Option<Integer> MAX =
      Option.number("max", 2, "How many columns may take the time of the server");
  private static final Pattern CLOCK =
      Pattern.compile("(?i)(current_timestamp|now|localtime|localtimestamp)\\b.*");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-clock-columns",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "Few columns take the time of the server",
              new Explanation(
                  "A table with more columns than allowed that have CURRENT_TIMESTAMP as their"
                      + " default.",
                  "Old servers refuse it; nobody knows which of them tells when.",
                  "Keep one for creation and one for the last change."))
          .options(MAX)
          .knownAs("bytebase COLUMN_CURRENT_TIME_COUNT_LIMIT");

  public LimitClockColumns() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    if (!(column.action() instanceof CreateTable table)) {
      return Optional.empty();
    }
    List<ColumnDefinition> clocks =
        table.columns().stream()
            .filter(c -> c.defaultExpression().filter(d -> CLOCK.matcher(d).matches()).isPresent())
            .toList();
    int max = scene.option(MAX);
    return clocks.size() > max && clocks.get(max).equals(column.definition())
        ? Optional.of(
            Problem.at(
                column.place(),
                "Table %s has %s columns with the time of the server",
                column.table(),
                clocks.size()))
        : Optional.empty();
  }
}
