package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day that no calendar has. */
public final class BanZeroDate extends NewColumnRule {
  private static final Pattern ZERO = Pattern.compile("['\"]0000-00-00.*");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-zero-date",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "Defaults are days that exist",
              new Explanation(
                  "A new column with a zero date as its default.",
                  "Strict servers refuse it, and most clients cannot read it.",
                  "Use NULL, or CURRENT_TIMESTAMP."))
          .formerly("my-zero-date");

  public BanZeroDate() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    return column
        .definition()
        .defaultExpression()
        .filter(d -> ZERO.matcher(d).matches())
        .map(d -> Problem.at(column.place(), "Column %s has the default %s", column.shown(), d));
  }
}
