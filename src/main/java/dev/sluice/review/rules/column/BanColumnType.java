package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import java.util.List;
import java.util.Optional;

/** Types that a house does not want. */
public final class BanColumnType extends NewColumnRule {
  private static final Option<List<String>> TYPES =
      Option.texts(
          "types",
          List.of(),
          "Types that new columns must not have, as written or as the engine calls them");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-column-type",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Columns have none of the types on the list",
              new Explanation(
                  "A new column of a type on the list; without a list it says nothing.",
                  "The house has decided against the type.",
                  "Choose another type."))
          .options(TYPES)
          .formerly("enum-type", "forbidden-type", "blob-column")
          .knownAs("bytebase COLUMN_TYPE_DISALLOW_LIST");

  public BanColumnType() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    String type = column.definition().type().name();
    String written = column.type().unquoted();
    return scene.option(TYPES).stream()
            .anyMatch(t -> t.equalsIgnoreCase(type) || t.equalsIgnoreCase(written))
        ? Optional.of(Problem.at(column.place(), "Column %s is %s", column.shown(), type))
        : Optional.empty();
  }
}
