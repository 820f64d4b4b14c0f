package dev.sluice.review.rules.transaction;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** The table whose definition an action changes. */
final class Definitions {
  private Definitions() {}

  static Optional<ObjectName> table(Action action) {
    boolean other =
        action instanceof Action.OfRows
            || action instanceof Action.CreateTable
            || action instanceof Action.DropTable
            || action instanceof Action.SetDefault
            || action instanceof Action.DropDefault
            || action instanceof Action.DropNotNull
            || action instanceof Action.ValidateConstraint
            || (action instanceof Action.CreateIndex index && index.concurrently());
    return action instanceof Action.OfTable any && !other
        ? Optional.of(any.table())
        : Optional.empty();
  }
}
