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

/** The type that can be compared and indexed. */
public final class PreferJsonb extends NewColumnRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "prefer-jsonb",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "JSON is stored as jsonb",
              new Explanation(
                  "A new column of type json.",
                  "json has no equality: DISTINCT, GROUP BY and UNION over it fail, and no index"
                      + " helps to look into it.",
                  "Use jsonb, unless the order of keys and blanks must survive."))
          .formerly("pg-prefer-jsonb")
          .knownAs("strong_migrations add_column_json");

  public PreferJsonb() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    return column.definition().type().name().equals("json")
        ? Optional.of(
            Problem.at(column.place(), "Column %s is json", column.shown())
                .replacing(column.type().place(), "jsonb"))
        : Optional.empty();
  }
}
