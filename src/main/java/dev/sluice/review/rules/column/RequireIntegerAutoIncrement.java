package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NamePattern;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import java.util.Optional;
import java.util.Set;

/** Numbers that count up without gaps of the type. */
public final class RequireIntegerAutoIncrement extends NewColumnRule {
  private static final Option<Boolean> UNSIGNED =
      Option.yesNo("unsigned", false, "Whether it must be unsigned");
  private static final Option<NamePattern> NAME =
      Option.pattern("name", ".*", Set.of(), "What such a column is called");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-integer-auto-increment",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "What counts up is an integer",
              new Explanation(
                  "An AUTO_INCREMENT column that is no integer; with unsigned also one that takes"
                      + " negative numbers, with name also one of another name.",
                  "Floating point numbers skip values, and newer servers refuse them.",
                  "Use bigint unsigned."))
          .options(UNSIGNED, NAME)
          .knownAs(
              "bytebase COLUMN_AUTO_INCREMENT_MUST_INTEGER",
              "bytebase COLUMN_AUTO_INCREMENT_MUST_UNSIGNED",
              "bytebase NAMING_COLUMN_AUTO_INCREMENT");

  public RequireIntegerAutoIncrement() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    ColumnDefinition definition = column.definition();
    if (definition.generation() != Generation.IDENTITY) {
      return Optional.empty();
    }
    String type = definition.type().name();
    NamePattern pattern = scene.option(NAME);
    String name = column.shown();
    if (!type.contains("int")) {
      return Optional.of(Problem.at(column.place(), "Column %s counts up and is %s", name, type));
    }
    if (scene.option(UNSIGNED) && !type.endsWith("unsigned")) {
      return Optional.of(
          Problem.at(column.place(), "Column %s counts up and is not unsigned", name));
    }
    return pattern.matches(definition.name())
        ? Optional.empty()
        : Optional.of(
            Problem.at(column.place(), "Column %s counts up and does not match %s", name, pattern));
  }
}
