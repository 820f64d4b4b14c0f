package dev.sluice.review.rules.object;

import dev.sluice.catalog.Conflict;
import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ConflictRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import java.util.Optional;

/** A name that the schema does not have. */
public final class RequireExistingObject implements ConflictRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-existing-object",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Statements name objects that exist",
              new Explanation(
                  "A table, column, index, constraint or schema that is named does not exist, after"
                      + " everything the scripts did before. Needs the target's schema; IF EXISTS is"
                      + " exempt, and columns of queries that read from more than named tables.",
                  "The deployment stops at this statement.",
                  "Correct the name, or create the object first."))
          .formerly("unknown-object")
          .knownAs("bytebase BUILTIN_WALK_THROUGH_CHECK")
          .inRelaxed(Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<Problem> check(Conflict conflict, Scene scene) {
    if (conflict.kind() != Conflict.Kind.UNKNOWN) {
      return Optional.empty();
    }
    Message type = Names.capital(conflict.objectType());
    String name = conflict.name();
    Message message =
        conflict
            .nearest()
            .map(n -> Message.of("%s %s does not exist; did you mean %s?", type, name, n))
            .orElseGet(() -> Message.of("%s %s does not exist", type, name));
    String wrong = conflict.name().substring(conflict.name().lastIndexOf('.') + 1);
    Optional<Replacement> fix =
        conflict.nearest().flatMap(n -> reworded(scene.statement(), conflict.place(), wrong, n));
    return Optional.of(Problem.at(conflict.place(), message).withReplacement(fix));
  }

  /** The table that an action of ALTER TABLE is about is named outside of the action. */
  private static Optional<Replacement> reworded(
      Statement statement, Place place, String wrong, String right) {
    return Rewording.ofName(statement, place, wrong, right)
        .or(() -> Rewording.ofName(statement, statement.place(), wrong, right));
  }
}
