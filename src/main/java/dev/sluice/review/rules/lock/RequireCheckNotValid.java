package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CHECK is tried on every row while everybody waits. */
public final class RequireCheckNotValid implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-check-not-valid",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Checks on existing tables are added NOT VALID",
              new Explanation(
                  "ADD CHECK without NOT VALID on a table that was there before the change, and ADD"
                      + " COLUMN with a CHECK.",
                  "The ACCESS EXCLUSIVE lock blocks reads and writes while every row is checked.",
                  "Add the check NOT VALID, and VALIDATE CONSTRAINT in a later script: that blocks"
                      + " nobody."))
          .infoOnSmallTables()
          .formerly("pg-check-not-valid")
          .knownAs(
              "bytebase STATEMENT_ADD_CHECK_NOT_VALID",
              "squawk constraint-missing-not-valid",
              "strong_migrations add_check_constraint",
              "atlas PG305");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof AddColumn add && NewColumnCost.of(add, scene) == NewColumnCost.CHECK) {
      return List.of(newColumn(add, scene));
    }
    return action instanceof AddConstraint add ? problem(add, scene).stream().toList() : List.of();
  }

  private static Problem newColumn(AddColumn add, Scene scene) {
    Message message =
        Message.of(
            "The check of new column %s is tried on every row of %s while all others wait",
            add.column().name(), scene.sized(add.table()));
    return Problem.at(add.place(), message)
        .withRemedy(
            "Add the column without it, then ADD CHECK … NOT VALID, and VALIDATE CONSTRAINT in a"
                + " later script.")
        .sized(scene.size(add.table()));
  }

  private static Optional<Problem> problem(AddConstraint add, Scene scene) {
    boolean checksRows =
        add.constraint() instanceof TableConstraint.Check check && !check.notValid();
    if (!checksRows || scene.isNew(add.table())) {
      return Optional.empty();
    }
    Message name =
        add.constraint()
            .name()
            .map(n -> Message.of("Check %s", n))
            .orElseGet(() -> Message.of("A check"));
    Message message =
        Message.of(
            "%s is tried on every row of %s while all others wait", name, scene.sized(add.table()));
    return Optional.of(
        Problem.at(add.place(), message)
            .sized(scene.size(add.table()))
            .withReplacement(Optional.of(Rewording.behind(add.place(), " NOT VALID"))));
  }
}
