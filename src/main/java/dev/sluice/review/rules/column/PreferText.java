package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** Texts without a limit that somebody will have to raise. */
public final class PreferText extends NewColumnRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "prefer-text",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL),
              "Texts are of type text",
              new Explanation(
                  "A new column of type varchar(n).",
                  "A length that turns out too small has to be changed, and saves nothing.",
                  "Use text, with a CHECK where a length matters."))
          .inStrict(Severity.INFO)
          .formerly("pg-prefer-text")
          .knownAs("squawk prefer-text-field");

  public PreferText() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    boolean limited =
        column.definition().type().name().equals("character varying")
            && !column.definition().type().arguments().isEmpty();
    if (!limited) {
      return Optional.empty();
    }
    Problem problem =
        Problem.at(column.place(), "Column %s is %s", column.shown(), column.definition().type());
    boolean plain = column.words().at(2, "(") && !column.definition().type().array();
    return Optional.of(
        plain ? problem.replacing(column.words().range(1, 5).place(), "text") : problem);
  }
}
