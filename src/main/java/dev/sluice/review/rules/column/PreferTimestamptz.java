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

/** Moments in time that mean the same everywhere. */
public final class PreferTimestamptz extends NewColumnRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "prefer-timestamptz",
              Severity.INFO,
              Set.of(Dialect.POSTGRESQL),
              "Moments are stored with their time zone",
              new Explanation(
                  "A new column of type timestamp without time zone.",
                  "The same value means another moment for each session that has another time"
                      + " zone.",
                  "Use timestamptz."))
          .formerly("pg-prefer-timestamptz")
          .knownAs("squawk prefer-timestamptz", "squawk prefer-timestamp-tz");

  public PreferTimestamptz() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    if (!column.definition().type().name().equals("timestamp without time zone")) {
      return Optional.empty();
    }
    Problem problem =
        Problem.at(column.place(), "Column %s is a timestamp without time zone", column.shown());
    boolean plain = column.words().at(1, "timestamp") && !column.words().at(2, "(");
    int last = column.words().at(2, "WITHOUT", "TIME", "ZONE") ? 4 : 1;
    return Optional.of(
        plain
            ? problem.replacing(column.words().range(1, last + 1).place(), "timestamptz")
            : problem);
  }
}
