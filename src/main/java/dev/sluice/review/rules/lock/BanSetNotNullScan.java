package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.Work;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.SetNotNull;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** SET NOT NULL reads the whole table unless a CHECK has proved it. */
public final class BanSetNotNullScan extends RuleFor<SetNotNull> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-set-not-null-scan",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "SET NOT NULL needs no scan",
              new Explanation(
                  "SET NOT NULL on a column of a table that was there before the change, unless"
                      + " (from PostgreSQL 12 on) a valid CHECK already says that the column IS NOT"
                      + " NULL.",
                  "The ACCESS EXCLUSIVE lock blocks reads and writes while every row is checked.",
                  "In three scripts: ADD CHECK (column IS NOT NULL) NOT VALID; VALIDATE CONSTRAINT;"
                      + " SET NOT NULL and drop the check."))
          .infoOnSmallTables()
          .formerly("pg-set-not-null-scan")
          .knownAs(
              "bytebase STATEMENT_DISALLOW_ADD_NOT_NULL",
              "squawk adding-not-nullable-field",
              "strong_migrations change_column_null",
              "atlas PG303");

  public BanSetNotNullScan() {
    super(SetNotNull.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(SetNotNull set, Scene scene) {
    boolean scans = scene.impact(set).work() == Work.SCAN;
    if (!scans || scene.isNew(set.table())) {
      return Optional.empty();
    }
    Message message =
        Message.of(
            "SET NOT NULL on %s reads every row of %s while all others wait",
            set.column(), scene.sized(set.table()));
    return Optional.of(Problem.at(set.place(), message).sized(scene.size(set.table())));
  }
}
