package dev.sluice.review.rules.transaction;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Options;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.review.rule.ScriptRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Who owns what the script creates? */
public final class RequireSetRole implements ScriptRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-set-role",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL),
              "Scripts say as which role they run",
              new Explanation(
                  "A script whose first statement is not SET ROLE. Off unless a policy turns it on.",
                  "New objects belong to the account of the deployment, and the application's role may not use them.",
                  "Begin with SET ROLE."))
          .knownAs("bytebase STATEMENT_CHECK_SET_ROLE_VARIABLE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(ScriptFacts script, Options options) {
    return script.script().statements().stream()
        .limit(1)
        .filter(s -> !Stretch.of(s).at(0, "SET", "ROLE") && !Stretch.of(s).at(1, "LOCAL", "ROLE"))
        .map(s -> Problem.at(s.tokens().get(0).place(), "The script does not begin with SET ROLE"))
        .toList();
  }
}
