package dev.sluice.review.rules.key;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateTable.Origin;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.TableConstraint;
import java.util.Optional;

/** Replication, upserts and every tool that copies rows need to tell rows apart. */
public final class RequirePrimaryKey extends RuleFor<CreateTable> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-primary-key",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Every table has a primary key",
              new Explanation(
                  "CREATE TABLE without a primary key, unless the same script adds one. Temporary"
                      + " tables, partitions and LIKE copies are exempt.",
                  "Rows cannot be told apart: logical replication refuses updates, duplicates"
                      + " creep in, and batch jobs have no order to follow.",
                  "Declare a primary key."))
          .formerly("no-primary-key")
          .knownAs("bytebase TABLE_REQUIRE_PK");

  public RequirePrimaryKey() {
    super(CreateTable.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(CreateTable table, Scene scene) {
    boolean exempt =
        table.temporary() || table.origin() == Origin.LIKE || table.origin() == Origin.PARTITION_OF;
    if (exempt || hasKey(table) || addedLater(table, scene)) {
      return Optional.empty();
    }
    return Optional.of(Problem.at(table.place(), "Table %s has no primary key", table.table()));
  }

  private static boolean hasKey(CreateTable table) {
    return table.constraints().stream().anyMatch(TableConstraint.PrimaryKey.class::isInstance)
        || table.columns().stream().anyMatch(RequirePrimaryKey::hasKey);
  }

  private static boolean addedLater(CreateTable table, Scene scene) {
    return scene.script().script().statements().stream()
        .flatMap(s -> s.actions().stream())
        .anyMatch(a -> addsKey(a, table));
  }

  private static boolean addsKey(Action action, CreateTable table) {
    if (action instanceof AddColumn add) {
      return add.table().equals(table.table()) && hasKey(add.column());
    }
    return action instanceof AddConstraint add
        && add.table().equals(table.table())
        && add.constraint() instanceof TableConstraint.PrimaryKey;
  }

  private static boolean hasKey(ColumnDefinition column) {
    return column.constraints().stream().anyMatch(TableConstraint.PrimaryKey.class::isInstance);
  }
}
