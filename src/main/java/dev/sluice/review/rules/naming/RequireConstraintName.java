package dev.sluice.review.rules.naming;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Constraints that can be spoken of. */
public final class RequireConstraintName implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-constraint-name",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Constraints have names of their own",
              new Explanation(
                  "A foreign key or CHECK without CONSTRAINT and a name. Temporary tables are"
                      + " exempt.",
                  "The engine makes a name up, another one on each engine and version, and scripts"
                      + " that drop the constraint later have to guess it.",
                  "Write CONSTRAINT and a name."))
          .inStrict(Severity.INFO)
          .formerly("unnamed-constraint");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return action instanceof CreateTable table && table.temporary()
        ? List.of()
        : NewIndex.constraints(action)
            .filter(c -> c.name().isEmpty())
            .flatMap(c -> kind(c).map(k -> Problem.at(c.place(), "%s has no name", k)).stream())
            .toList();
  }

  private static Optional<Message> kind(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.ForeignKey key) {
      return Optional.of(Message.of("Foreign key to %s", key.referencedTable()));
    }
    return constraint instanceof TableConstraint.Check
        ? Optional.of(Message.of("Check"))
        : Optional.empty();
  }
}
