package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** A default that differs from row to row is written into each row. */
public final class BanVolatileDefault extends RuleFor<AddColumn> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-volatile-default",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Defaults of new columns are evaluated once",
              new Explanation(
                  "ADD COLUMN on an existing table with a default that calls a volatile function"
                      + " (random, gen_random_uuid, clock_timestamp, nextval …) or one that we do"
                      + " not know; before PostgreSQL 11, with any default. Constants and now() are"
                      + " instant.",
                  "The ACCESS EXCLUSIVE lock blocks reads and writes while the whole table is"
                      + " written anew.",
                  "Add the column without default, SET DEFAULT, then fill the old rows in"
                      + " batches."))
          .infoOnSmallTables()
          .formerly("pg-volatile-default-rewrite")
          .knownAs(
              "bytebase COLUMN_DEFAULT_DISALLOW_VOLATILE",
              "bytebase STATEMENT_DISALLOW_ADD_COLUMN_WITH_DEFAULT",
              "squawk adding-field-with-default",
              "strong_migrations add_column_default",
              "atlas PG302");

  public BanVolatileDefault() {
    super(AddColumn.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(AddColumn add, Scene scene) {
    if (NewColumnCost.of(add, scene) != NewColumnCost.DEFAULT) {
      return Optional.empty();
    }
    Message message =
        Message.of(
            "Default %s of new column %s writes all of %s anew",
            add.column().defaultExpression().orElse(""),
            add.column().name(),
            scene.sized(add.table()));
    return Optional.of(Problem.at(add.place(), message).sized(scene.size(add.table())));
  }
}
