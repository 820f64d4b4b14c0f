package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import java.util.List;
import java.util.Optional;

/** Columns that always have a value. */
public final class RequireNotNull extends NewColumnRule {
  private static final Option<List<String>> EXCEPT =
      Option.texts("except", List.of(), "Names of columns that may be NULL");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-not-null",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Columns are NOT NULL",
              new Explanation(
                  "A new column that may be NULL; keys and columns that the database fills are"
                      + " exempt.",
                  "Each query has to think of NULL, and the ones that do not give wrong answers.",
                  "Write NOT NULL, with a default where rows exist."))
          .inStrict(Severity.INFO)
          .options(EXCEPT)
          .formerly("nullable-column")
          .knownAs("bytebase COLUMN_NO_NULL");

  public RequireNotNull() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    ColumnDefinition definition = column.definition();
    boolean key =
        NewIndex.of(column.action()).stream()
            .anyMatch(
                i -> i.kind() == NewIndex.Kind.PRIMARY && i.columns().contains(definition.name()));
    boolean fine =
        key
            || definition.notNull()
            || definition.generation() != Generation.NONE
            || scene.option(EXCEPT).contains(definition.name());
    return fine
        ? Optional.empty()
        : Optional.of(Problem.at(column.place(), "Column %s may be NULL", column.shown()));
  }
}
