package dev.sluice.review.rule;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;

/** Told of what cannot be read; no other rule then looks at that statement. */
public interface SyntaxRule extends Rule {
  Problem check(SyntaxJudge.Invalid verdict, Statement statement, Dialect dialect);

  Problem check(ParsedScript.Problem problem);
}
