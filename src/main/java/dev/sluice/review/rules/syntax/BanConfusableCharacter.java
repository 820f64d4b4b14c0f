package dev.sluice.review.rules.syntax;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import java.util.List;

/** What looks like a comma and is none. */
public final class BanConfusableCharacter implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-confusable-character",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "SQL is written in ASCII",
          new Explanation(
              "A full-width comma, bracket or equals sign, a typographic quote or dash, a no-break"
                  + " or invisible space outside of strings, comments and quoted names. Letters of"
                  + " every script are fine.",
              "Every engine takes it for a part of a name: columns are not found, or get names that"
                  + " nobody can type.",
              "Write the plain character."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    return Confusables.in(scene.statement())
        .map(c -> Problem.at(c.place(), "The %s", c.words()).replacing(c.place(), c.likeness()))
        .toList();
  }
}
