package dev.sluice.review.rule;

import dev.sluice.catalog.Conflict;
import java.util.Optional;

/** Told of an action that cannot work on its catalog; no other rule then looks at that action. */
public interface ConflictRule extends Rule {
  Optional<Problem> check(Conflict conflict, Scene scene);
}
