package dev.sluice.review.rules.object;

import dev.sluice.catalog.Conflict;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ConflictRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import java.util.Optional;

/** A name that is taken. */
public final class BanDuplicateObject implements ConflictRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-duplicate-object",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "New objects have new names",
              new Explanation(
                  "CREATE or ADD of a table, column, index, constraint or view that exists, after"
                      + " everything the scripts did before. IF NOT EXISTS and OR REPLACE are"
                      + " exempt.",
                  "The deployment stops at this statement.",
                  "Choose another name, or leave the statement out."))
          .formerly("object-already-exists")
          .knownAs("bytebase BUILTIN_WALK_THROUGH_CHECK")
          .inRelaxed(Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<Problem> check(Conflict conflict, Scene scene) {
    Message message =
        Message.of("%s %s exists already", Names.capital(conflict.objectType()), conflict.name());
    return conflict.kind() == Conflict.Kind.EXISTS
        ? Optional.of(Problem.at(conflict.place(), message))
        : Optional.empty();
  }
}
