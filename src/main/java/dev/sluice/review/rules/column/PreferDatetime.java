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

/** Moments after January 2038. */
public final class PreferDatetime extends NewColumnRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "prefer-datetime",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "Moments are stored as datetime",
              new Explanation(
                  "A new column of type timestamp, but on MariaDB 11.5 and later.",
                  "timestamp ends on 19 January 2038.",
                  "Use datetime."))
          .inStrict(Severity.INFO)
          .formerly("my-timestamp-2038");

  public PreferDatetime() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    boolean later = scene.dialect() == Dialect.MARIADB && scene.serverAtLeast(11, 5);
    return column.definition().type().name().equals("timestamp") && !later
        ? Optional.of(
            Problem.at(
                    column.place(), "Column %s is a timestamp, which ends in 2038", column.shown())
                .replacing(column.type().place(), "datetime"))
        : Optional.empty();
  }
}
