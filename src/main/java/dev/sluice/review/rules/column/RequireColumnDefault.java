package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns that need no value from every writer. */
public final class RequireColumnDefault extends NewColumnRule {
  private static final Pattern WITHOUT =
      Pattern.compile(".*(text|blob|json|geometry|point|polygon).*");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-column-default",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Columns have a default",
              new Explanation(
                  "A new column without DEFAULT; keys, columns that the database fills, and types"
                      + " that MySQL takes no plain default for are exempt.",
                  "Each INSERT has to name the column, those of older code too.",
                  "Write a DEFAULT."))
          .formerly("column-without-default")
          .knownAs("bytebase COLUMN_REQUIRE_DEFAULT");

  public RequireColumnDefault() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    ColumnDefinition definition = column.definition();
    boolean key =
        NewIndex.of(column.action()).stream()
            .anyMatch(
                i -> i.kind() == NewIndex.Kind.PRIMARY && i.columns().contains(definition.name()));
    boolean large =
        RuleInfo.MYSQL_FAMILY.contains(scene.dialect())
            && WITHOUT.matcher(definition.type().name()).matches();
    boolean fine =
        key
            || large
            || definition.defaultExpression().isPresent()
            || definition.generation() != Generation.NONE;
    return fine
        ? Optional.empty()
        : Optional.of(Problem.at(column.place(), "Column %s has no default", column.shown()));
  }
}
