package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint;
import dev.sluice.sql.query.Stretch;
import java.util.Optional;
import java.util.Set;

/** An exclusion constraint knows no gentle way. */
public final class BanExclusionConstraint extends RuleFor<AddConstraint> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-exclusion-constraint",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Existing tables get no exclusion constraint",
              new Explanation(
                  "ADD CONSTRAINT … EXCLUDE on a table that was there before the change.",
                  "The ACCESS EXCLUSIVE lock blocks reads and writes while the index is built;"
                      + " neither NOT VALID nor USING INDEX exist for it.",
                  "Plan a window for it, or create a new table with the constraint and move the"
                      + " rows in batches."))
          .infoOnSmallTables()
          .knownAs("strong_migrations add_exclusion_constraint", "atlas PG109");

  public BanExclusionConstraint() {
    super(AddConstraint.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(AddConstraint add, Scene scene) {
    boolean excludes =
        add.constraint() instanceof TableConstraint.Other
            && Stretch.of(scene.statement(), add.place()).contains("EXCLUDE");
    if (!excludes || scene.isNew(add.table())) {
      return Optional.empty();
    }
    Message name =
        add.constraint()
            .name()
            .map(n -> Message.of("Constraint %s", n))
            .orElseGet(() -> Message.of("An EXCLUDE"));
    Message message =
        Message.of(
            "%s builds its index while all others wait for %s", name, scene.sized(add.table()));
    return Optional.of(Problem.at(add.place(), message).sized(scene.size(add.table())));
  }
}
