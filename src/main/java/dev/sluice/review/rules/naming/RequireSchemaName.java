package dev.sluice.review.rules.naming;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** What is created says where. */
public final class RequireSchemaName extends RuleFor<CreateTable> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-schema-name",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL),
              "New tables are named with their schema",
              new Explanation(
                  "CREATE TABLE with a name without schema. Temporary tables are exempt.",
                  "Where the table ends up depends on the search_path of whoever runs the script.",
                  "Write schema.table."))
          .knownAs(
              "bytebase NAMING_FULLY_QUALIFIED",
              "bytebase STATEMENT_CREATE_SPECIFY_SCHEMA",
              "squawk require-table-schema");

  public RequireSchemaName() {
    super(CreateTable.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(CreateTable table, Scene scene) {
    return table.temporary() || table.table().schema().isPresent()
        ? Optional.empty()
        : Optional.of(Problem.at(table.place(), "Table %s names no schema", table.table()));
  }
}
