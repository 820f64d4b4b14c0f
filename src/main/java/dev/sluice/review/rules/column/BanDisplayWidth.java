package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.Optional;
import java.util.Set;

/** A number in parentheses that limits nothing. */
public final class BanDisplayWidth extends NewColumnRule {
  private static final Set<String> INTEGERS =
      Set.of("INT", "INTEGER", "BIGINT", "SMALLINT", "MEDIUMINT", "TINYINT");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-display-width",
              Severity.INFO,
              Set.of(Dialect.MYSQL),
              "Integers have no display width",
              new Explanation(
                  "A new integer column with a number in parentheses, but for tinyint(1) and"
                      + " ZEROFILL.",
                  "It does not limit what the column holds, and MySQL 8.0.17 and later warn about"
                      + " it.",
                  "Leave it out."))
          .formerly("my-display-width");

  public BanDisplayWidth() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    Stretch words = column.words();
    boolean written = words.isOneOf(1, INTEGERS) && words.at(2, "(") && words.at(4, ")");
    boolean flag = written && words.at(1, "tinyint") && words.get(3).text().equals("1");
    return written && !flag && !words.contains("ZEROFILL")
        ? Optional.of(
            Problem.at(
                    column.place(),
                    "Column %s has the display width %s",
                    column.shown(),
                    words.get(3).text())
                .replacing(words.range(2, 5).place(), ""))
        : Optional.empty();
  }
}
