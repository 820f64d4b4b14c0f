package dev.sluice.review.rules.syntax;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Options;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.review.rule.ScriptRule;
import java.util.List;

/** Nobody reads two megabytes. */
public final class LimitScriptSize implements ScriptRule {
  private static final Option<Integer> MOST =
      Option.number("kilobytes", 2048, "How large a script may be");
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-script-size",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Scripts are of a size that people read",
              new Explanation(
                  "A script of more kilobytes than the policy allows, 2048 by default.",
                  "Nobody reviews it, it runs for a long time in one piece, and GitLab does not"
                      + " show its difference.",
                  "Cut it into several scripts, or load the data outside of the scripts."))
          .knownAs("bytebase BUILTIN_STATEMENT_MAXIMUM_SQL_SIZE")
          .options(MOST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(ScriptFacts script, Options options) {
    int length = script.script().text().length();
    return length <= options.get(MOST) << 10
        ? List.of()
        : script.script().statements().stream()
            .limit(1)
            .map(
                s ->
                    Problem.at(
                        s.tokens().get(0).place(),
                        "The script has %s kB; at most %s",
                        ((length + 1023) >> 10),
                        options.get(MOST)))
            .toList();
  }
}
