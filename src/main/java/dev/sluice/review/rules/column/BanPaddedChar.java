package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Texts that come back longer than they went in. */
public final class BanPaddedChar extends NewColumnRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-padded-char",
              Severity.INFO,
              Set.of(Dialect.POSTGRESQL),
              "Texts are not padded with blanks",
              new Explanation(
                  "A new column of type char(n), but for char(1).",
                  "The value is padded with blanks, which count in some comparisons and not in"
                      + " others.",
                  "Use varchar or text."))
          .formerly("char-padding")
          .knownAs("squawk ban-char-field");

  public BanPaddedChar() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    DataType type = column.definition().type();
    boolean padded = type.name().equals("character") && !type.arguments().equals(List.of("1"));
    if (!padded) {
      return Optional.empty();
    }
    Problem problem =
        Problem.at(
            column.place(),
            "Column %s is char(%s)",
            column.shown(),
            String.join(",", type.arguments()));
    return Optional.of(
        column.words().at(2, "(") ? problem.replacing(column.type().place(), "varchar") : problem);
  }
}
