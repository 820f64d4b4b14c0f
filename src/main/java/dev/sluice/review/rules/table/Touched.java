package dev.sluice.review.rules.table;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** The table that an action changes. */
final class Touched {
  private Touched() {}

  /** Whose rows it changes. */
  static Optional<ObjectName> rows(Action action) {
    return action instanceof Action.OfRows any ? Optional.of(any.table()) : Optional.empty();
  }

  /** Whose definition it changes, in more than a default or what is already true. */
  static Optional<ObjectName> definition(Action action) {
    if (action instanceof Action.DropIndex index) {
      return index.table();
    }
    if (action instanceof Action.OtherDdl other && other.objectType().startsWith("TABLE")) {
      return other.name();
    }
    boolean slight =
        action instanceof Action.SetDefault
            || action instanceof Action.DropDefault
            || action instanceof Action.DropNotNull
            || action instanceof Action.ValidateConstraint;
    boolean other = slight || action instanceof Action.CreateTable;
    return action instanceof Action.OfTable any && !other && rows(action).isEmpty()
        ? Optional.of(any.table())
        : Optional.empty();
  }
}
