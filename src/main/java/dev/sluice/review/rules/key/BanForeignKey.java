package dev.sluice.review.rules.key;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewForeignKey;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;

/** For houses that keep references in the application: shards, online schema changes. */
public final class BanForeignKey implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-foreign-key",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "References are kept by the application",
              new Explanation(
                  "A foreign key, on its own or with a column.",
                  "Writes lock rows of the other table, and tools that change tables online"
                      + " refuse to work with them.",
                  "Leave the constraint out; keep the column and its index."))
          .formerly("forbid-foreign-key")
          .knownAs("bytebase TABLE_NO_FOREIGN_KEY");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return NewForeignKey.of(action).stream()
        .map(key -> Problem.at(key.key().place(), "%s is not wanted here", key.shown()))
        .toList();
  }
}
