package dev.sluice.review.rules.loss;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.Truncate;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** TRUNCATE forgets every row without looking at one. */
public final class BanTruncate extends RuleFor<Truncate> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-truncate",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Tables with data are not truncated",
              new Explanation(
                  "TRUNCATE of a table that was there before the change. Temporary and new tables"
                      + " are exempt.",
                  "All rows are gone for good; readers and writers wait for an exclusive lock.",
                  "Delete the rows that must go, with a WHERE, and write -- sluice: batch on the"
                      + " line before it."))
          .formerly("truncate")
          .knownAs("bytebase STATEMENT_DISALLOW_TRUNCATE");

  public BanTruncate() {
    super(Truncate.class, INFO);
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  protected Optional<Problem> problem(Truncate truncate, Scene scene) {
    if (scene.isNew(truncate.table())) {
      return Optional.empty();
    }
    return Optional.of(Problem.at(truncate.place(), "Empties %s", scene.sized(truncate.table())));
  }
}
