package dev.sluice.review.rules.compatibility;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.TableConstraint;
import java.util.Optional;

/** Rows that exist need a value too. */
public final class RequireDefaultForNotNull extends RuleFor<AddColumn> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-default-for-not-null",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "A new NOT NULL column has a default",
              new Explanation(
                  "ADD COLUMN with NOT NULL or PRIMARY KEY and without a default, on a table that"
                      + " may have rows. Identity and generated columns fill themselves.",
                  "The statement fails as soon as the table has one row; where it works, code that"
                      + " inserts without the column fails.",
                  "Add a DEFAULT, or add the column as nullable, fill it, and set NOT NULL later."))
          .formerly("add-not-null-no-default")
          .knownAs(
              "bytebase COLUMN_SET_DEFAULT_FOR_NOT_NULL",
              "squawk adding-required-field",
              "atlas MF103");

  public RequireDefaultForNotNull() {
    super(AddColumn.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(AddColumn add, Scene scene) {
    ColumnDefinition column = add.column();
    boolean filled =
        column.generation() != Generation.NONE
            || column.defaultExpression().filter(e -> !e.equalsIgnoreCase("null")).isPresent();
    if (!needsValue(column) || filled || scene.isNewAndEmpty(add.table())) {
      return Optional.empty();
    }
    Message message =
        Message.of("Column %s of %s is NOT NULL and has no default", column.name(), add.table());
    return Optional.of(Problem.at(add.place(), message));
  }

  private static boolean needsValue(ColumnDefinition column) {
    return column.notNull()
        || column.constraints().stream().anyMatch(TableConstraint.PrimaryKey.class::isInstance);
  }
}
