package dev.sluice.review.rule;

import java.util.List;

/** Looks at a statement as a whole, on the catalog that it finds. */
public interface StatementRule extends Rule {
  List<Problem> check(Scene scene);
}
