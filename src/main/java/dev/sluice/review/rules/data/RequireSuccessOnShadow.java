package dev.sluice.review.rules.data;

import dev.sluice.probe.Trial;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.TrialRule;
import dev.sluice.sql.Statement;

/** What fails on a copy fails at night. */
public final class RequireSuccessOnShadow implements TrialRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-success-on-shadow",
          Severity.ERROR,
          RuleInfo.ALL_ENGINES,
          "Scripts run on a copy of the schema",
          new Explanation(
              "The change was tried on a copy of the target's schema without rows, and the server"
                  + " refused a statement: in memory for SQLite, on the scratch server of the"
                  + " configuration for the others. What a copy cannot know (rows, roles, missing"
                  + " extensions) does not count, and neither does what another finding foretold.",
              "The deployment stops at this statement.",
              "Correct the statement."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Problem check(Trial failed, Statement statement) {
    return Problem.at(statement.place(), "Fails on a copy of the schema: %s", failed.words());
  }
}
