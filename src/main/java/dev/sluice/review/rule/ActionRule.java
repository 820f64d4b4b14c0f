package dev.sluice.review.rule;

import dev.sluice.sql.Action;
import java.util.List;

/** Looks at each action of a statement, on the catalog that the action finds. */
public interface ActionRule extends Rule {
  List<Problem> check(Action action, Scene scene);
}
