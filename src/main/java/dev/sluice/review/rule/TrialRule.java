package dev.sluice.review.rule;

import dev.sluice.probe.Trial;
import dev.sluice.sql.Statement;

/** Told of a statement that failed on a copy of the schema, unless something else foretold it. */
public interface TrialRule extends Rule {
  Problem check(Trial failed, Statement statement);
}
