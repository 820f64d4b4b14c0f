package dev.sluice.review.rule;

import java.util.List;

/** Looks at a script as a whole. */
public interface ScriptRule extends Rule {
  List<Problem> check(ScriptFacts script);
}
