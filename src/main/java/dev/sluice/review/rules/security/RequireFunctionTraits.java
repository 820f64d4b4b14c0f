package dev.sluice.review.rules.security;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** What the binary log needs to know. */
public final class RequireFunctionTraits implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-function-traits",
          Severity.WARNING,
          Set.of(Dialect.MYSQL),
          "Functions say whether they change data",
          new Explanation(
              "CREATE FUNCTION without DETERMINISTIC, NO SQL or READS SQL DATA.",
              "A server with a binary log refuses it (error 1418) unless"
                  + " log_bin_trust_function_creators is on.",
              "Write DETERMINISTIC, NO SQL or READS SQL DATA, whichever is true."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    int function = tokens.range(0, 10).indexOf("FUNCTION");
    boolean creates = tokens.at(0, "CREATE") && function > 0 && !tokens.contains("SONAME");
    int body = tokens.findOrEnd(Math.max(0, function), Set.of("BEGIN", "RETURN"));
    Stretch head = tokens.range(0, body);
    boolean told =
        head.contains("DETERMINISTIC")
            || head.contains("NO", "SQL")
            || head.contains("READS", "SQL", "DATA");
    return creates && !told
        ? List.of(
            Problem.at(
                tokens.range(function, function + 2).place(),
                "Function %s does not say whether it is deterministic or reads data",
                tokens.get(function + 1).text()))
        : List.of();
  }
}
