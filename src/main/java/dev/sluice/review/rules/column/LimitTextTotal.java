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
import dev.sluice.sql.DataType;
import java.util.List;

/** Rows that are mostly text. */
public final class LimitTextTotal implements ActionRule {
  private static final Option<Integer> MAX =
      Option.number("max", 4000, "How many characters the texts of a row may have together");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-text-total",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "The texts of a table have a moderate length together",
              new Explanation(
                  "CREATE TABLE in which the lengths of all char and varchar columns add up to more"
                      + " than allowed.",
                  "A row has 65535 bytes at most, and temporary tables and sorts reserve the"
                      + " longest.",
                  "Choose shorter lengths, or text for what is long."))
          .options(MAX)
          .knownAs("bytebase TABLE_TEXT_FIELDS_TOTAL_LENGTH");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof CreateTable table) || table.temporary()) {
      return List.of();
    }
    int total = table.columns().stream().mapToInt(c -> length(c.type())).sum();
    int max = scene.option(MAX);
    return total > max
        ? List.of(
            Problem.at(
                table.place(),
                "Texts of %s have %s characters, more than %s",
                table.table(),
                total,
                max))
        : List.of();
  }

  private static int length(DataType type) {
    boolean text = type.name().equals("char") || type.name().equals("varchar");
    String length = type.arguments().stream().findFirst().orElse("");
    return text && length.matches("\\d{1,5}") ? Integer.parseInt(length) : 0;
  }
}
