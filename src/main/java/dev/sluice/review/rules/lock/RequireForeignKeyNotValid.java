package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A foreign key is checked against every row while writers of two tables wait. */
public final class RequireForeignKeyNotValid implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-foreign-key-not-valid",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Foreign keys on existing tables are added NOT VALID",
              new Explanation(
                  "ADD FOREIGN KEY without NOT VALID, or ADD COLUMN with REFERENCES and a default,"
                      + " on a table that was there before the change. A nullable column without"
                      + " default has nothing to check and is exempt.",
                  "The SHARE ROW EXCLUSIVE lock blocks writes to both tables while every row is"
                      + " checked.",
                  "Add the key NOT VALID, and VALIDATE CONSTRAINT in a later script: that blocks"
                      + " nobody."))
          .infoOnSmallTables()
          .formerly("pg-fk-not-valid")
          .knownAs(
              "bytebase STATEMENT_ADD_FOREIGN_KEY_NOT_VALID",
              "squawk adding-foreign-key-constraint",
              "strong_migrations add_foreign_key",
              "atlas PG306");
  private static final Message PARTITIONED =
      Message.of(
          "Before PostgreSQL 18 a partitioned table takes no NOT VALID: add the key to each"
              + " partition NOT VALID, validate those, then add it to the parent.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!scene.impact(action).work().growsWithTable()) {
      return List.of();
    }
    if (action instanceof AddConstraint add
        && add.constraint() instanceof TableConstraint.ForeignKey key) {
      return problem(add.table(), key, scene).map(p -> mended(p, add, scene)).stream().toList();
    }
    if (action instanceof AddColumn add
        && NewColumnCost.of(add, scene) == NewColumnCost.FOREIGN_KEY) {
      return add.column().constraints().stream()
          .filter(TableConstraint.ForeignKey.class::isInstance)
          .map(TableConstraint.ForeignKey.class::cast)
          .flatMap(key -> problem(add.table(), key, scene).stream())
          .toList();
    }
    return List.of();
  }

  private static Optional<Problem> problem(
      ObjectName table, TableConstraint.ForeignKey key, Scene scene) {
    if (scene.isNewAndEmpty(table) || key.notValid()) {
      return Optional.empty();
    }
    Message message =
        Message.of(
            "Foreign key to %s is checked on every row of %s while writes to both wait",
            key.referencedTable(), scene.sized(table));
    return Optional.of(Problem.at(key.place(), message).sized(scene.size(table)));
  }

  private static Problem mended(Problem problem, AddConstraint add, Scene scene) {
    boolean refused =
        scene.table(add.table()).filter(Table::partitioned).isPresent()
            && !scene.serverAtLeast(18, 0);
    return refused
        ? problem.withRemedy(PARTITIONED)
        : problem.withReplacement(Optional.of(Rewording.behind(add.place(), " NOT VALID")));
  }
}
