package dev.sluice.review.rules.key;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint.ForeignKey;
import java.util.Optional;
import java.util.Set;

/** MySQL reads this foreign key and forgets it. */
public final class BanIgnoredReference extends NewColumnRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-ignored-reference",
              Severity.ERROR,
              Set.of(Dialect.MYSQL),
              "Foreign keys are written where MySQL heeds them",
              new Explanation(
                  "REFERENCES in the definition of a column. MySQL before 9.0 reads it and does"
                      + " nothing; MariaDB, and MySQL from 9.0 on, make a foreign key of it.",
                  "There is no foreign key, and nothing says so: rows without a parent come in.",
                  "Write CONSTRAINT … FOREIGN KEY (column) REFERENCES … for the table."))
          .knownAs("atlas MY102");

  public BanIgnoredReference() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    boolean heeded = scene.catalog().version().filter(v -> v.atLeast(9, 0)).isPresent();
    return heeded
        ? Optional.empty()
        : column.definition().constraints().stream()
            .filter(ForeignKey.class::isInstance)
            .map(ForeignKey.class::cast)
            .findFirst()
            .map(
                key ->
                    Problem.at(
                        key.place(),
                        "Column %s gets no foreign key to %s: MySQL ignores REFERENCES here",
                        column.shown(),
                        key.referencedTable()));
  }
}
