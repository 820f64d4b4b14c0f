package dev.sluice.review.rules.key;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.NewIndex.Kind;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import java.util.List;
import java.util.Optional;

/** Keys of the types that a house has agreed on. */
public final class RequirePrimaryKeyType extends NewColumnRule {
  private static final Option<List<String>> TYPES =
      Option.texts(
          "types",
          List.of("bigint", "bigint unsigned", "integer", "int", "int unsigned", "uuid"),
          "The types that a column of a primary key may have, in the engine's own names");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-primary-key-type",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Primary keys have an agreed type",
              new Explanation(
                  "A column of a new table's primary key whose type is not in the list.",
                  "Joins and foreign keys carry the key everywhere: wide or odd types cost in each"
                      + " of these places.",
                  "Choose one of the agreed types."))
          .options(TYPES)
          .knownAs("bytebase INDEX_PRIMARY_KEY_TYPE_ALLOWLIST");

  public RequirePrimaryKeyType() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    List<String> types = scene.option(TYPES);
    String type = column.definition().type().name();
    boolean inKey =
        NewIndex.of(column.action()).stream()
            .filter(i -> i.kind() == Kind.PRIMARY)
            .anyMatch(i -> i.columns().contains(column.definition().name()));
    return inKey && types.stream().noneMatch(type::equalsIgnoreCase)
        ? Optional.of(
            Problem.at(
                column.place(), "Primary key %s is %s, none of %s", column.shown(), type, types))
        : Optional.empty();
  }
}
