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
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Numbers that begin where they always do. */
public final class BanAutoIncrementStart implements ActionRule {
  private static final Option<Integer> START =
      Option.number("start", 1, "The one number that may be written");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-auto-increment-start",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "Numbers begin at the beginning",
              new Explanation(
                  "AUTO_INCREMENT = n for a new table, with another n than allowed.",
                  "Exports of a live table carry its counter along, and tables of other"
                      + " environments begin with a gap.",
                  "Leave it out."))
          .options(START)
          .knownAs("bytebase COLUMN_AUTO_INCREMENT_INITIAL_VALUE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Stretch words =
        action instanceof CreateTable
            ? Stretch.of(scene.statement(), action.place())
            : new Stretch(List.of());
    int at = words.find(0, Set.of("AUTO_INCREMENT"));
    int value = words.at(at + 1, "=") ? at + 2 : at + 1;
    boolean written = at >= 0 && value < words.size();
    return written && !words.get(value).text().equals(String.valueOf(scene.option(START)))
        ? List.of(
            Problem.at(
                words.range(at, value + 1).place(), "Numbers begin at %s", words.get(value).text()))
        : List.of();
  }
}
