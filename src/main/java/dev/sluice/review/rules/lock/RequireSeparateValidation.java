package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Action.ValidateConstraint;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** NOT VALID spares the others nothing when its lock is held over the VALIDATE. */
public final class RequireSeparateValidation extends RuleFor<ValidateConstraint> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-separate-validation",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "VALIDATE CONSTRAINT has a script of its own",
              new Explanation(
                  "VALIDATE CONSTRAINT in the script that adds the constraint NOT VALID: Sluice"
                      + " runs neighbouring statements of a script in one transaction. New tables"
                      + " are exempt.",
                  "The lock of ADD CONSTRAINT is held until the commit, so others wait while every"
                      + " row is checked, as they would without NOT VALID.",
                  "Move VALIDATE CONSTRAINT to a later script: it then blocks nobody."))
          .infoOnSmallTables()
          .knownAs("squawk constraint-missing-not-valid", "strong_migrations validate_foreign_key");

  public RequireSeparateValidation() {
    super(ValidateConstraint.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(ValidateConstraint validate, Scene scene) {
    return scene.held(validate).stream()
        .filter(h -> adds(h.action(), validate))
        .findFirst()
        .map(
            h -> {
              Message message =
                  Message.of(
                      "Every row of %s is checked under %s, held since ADD CONSTRAINT in line %s",
                      scene.sized(validate.table()), h.impact().lock(), h.line());
              return Problem.at(validate.place(), message).sized(scene.size(validate.table()));
            });
  }

  static boolean adds(Action action, ValidateConstraint validate) {
    return action instanceof AddConstraint add
        && add.table().name().equals(validate.table().name())
        && add.constraint().name().filter(n -> !n.equals(validate.constraint())).isEmpty();
  }
}
