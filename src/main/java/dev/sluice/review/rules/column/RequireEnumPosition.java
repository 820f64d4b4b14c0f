package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.Optional;
import java.util.Set;

/** Labels of an enum have an order, and it cannot be changed. */
public final class RequireEnumPosition extends RuleFor<OtherDdl> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-enum-position",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL),
              "New labels of an enum say where they stand",
              new Explanation(
                  "ALTER TYPE … ADD VALUE without BEFORE or AFTER.",
                  "The label comes last, where ORDER BY and comparisons put it, and can never be"
                      + " moved.",
                  "Say BEFORE or AFTER which label it stands, also where that is the end."))
          .knownAs("squawk require-enum-value-ordering");

  public RequireEnumPosition() {
    super(OtherDdl.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(OtherDdl ddl, Scene scene) {
    Stretch words = Stretch.of(scene.statement());
    int value = words.indexOf("ADD", "VALUE");
    if (!ddl.is("ALTER", "TYPE") || value < 0) {
      return Optional.empty();
    }
    int label = value + (words.at(value + 2, "IF", "NOT", "EXISTS") ? 5 : 2);
    return words.size() > label + 1
        ? Optional.empty()
        : Optional.of(
            Problem.at(
                words.get(label).place(),
                "%s comes last in %s",
                words.get(label).text(),
                ddl.name().<Object>map(n -> n).orElse("")));
  }
}
