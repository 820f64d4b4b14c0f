package dev.sluice.review.rule;

import java.util.List;

/** Looks at a script as a whole. */
public interface ScriptRule extends Rule {
  /**
   * @param options of the rule, as the policy sets them
   */
  List<Problem> check(ScriptFacts script, Options options);
}
