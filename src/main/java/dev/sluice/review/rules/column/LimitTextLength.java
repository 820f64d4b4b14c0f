package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** Texts that are longer than a house wants them. */
public final class LimitTextLength extends NewColumnRule {
  private static final Option<Integer> CHAR = Option.number("char", 20, "The longest char");
  private static final Option<Integer> VARCHAR =
      Option.number("varchar", 2560, "The longest varchar");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-text-length",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Texts have a moderate length",
              new Explanation(
                  "A new column of type char or varchar that is longer than allowed.",
                  "Long char columns fill rows with blanks; long varchar columns make rows, indexes"
                      + " and temporary tables large.",
                  "Choose a shorter length, or text."))
          .inStrict(Severity.WARNING)
          .options(CHAR, VARCHAR)
          .knownAs(
              "bytebase COLUMN_MAXIMUM_CHARACTER_LENGTH", "bytebase COLUMN_MAXIMUM_VARCHAR_LENGTH");

  public LimitTextLength() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    DataType type = column.definition().type();
    Optional<Integer> max =
        switch (type.name()) {
          case "char", "character" -> Optional.of(scene.option(CHAR));
          case "varchar", "character varying" -> Optional.of(scene.option(VARCHAR));
          default -> Optional.empty();
        };
    String length = type.arguments().stream().findFirst().orElse("");
    return max.filter(m -> length.matches("\\d{1,9}") && Integer.parseInt(length) > m)
        .map(
            m ->
                Problem.at(
                    column.place(), "Column %s is %s, longer than %s", column.shown(), type, m));
  }
}
