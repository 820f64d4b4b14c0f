package dev.sluice.review.rules.transaction;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** The table whose definition an action changes. */
final class Definitions {
  private Definitions() {}

  static Optional<ObjectName> table(Action action) {
    return column(action).or(() -> other(action));
  }

  private static Optional<ObjectName> column(Action action) {
    if (action instanceof Action.AddColumn a) {
      return Optional.of(a.table());
    }
    if (action instanceof Action.DropColumn a) {
      return Optional.of(a.table());
    }
    if (action instanceof Action.RenameColumn a) {
      return Optional.of(a.table());
    }
    if (action instanceof Action.AlterColumnType a) {
      return Optional.of(a.table());
    }
    if (action instanceof Action.ModifyColumn a) {
      return Optional.of(a.table());
    }
    return action instanceof Action.SetNotNull a ? Optional.of(a.table()) : Optional.empty();
  }

  private static Optional<ObjectName> other(Action action) {
    if (action instanceof Action.AddConstraint a) {
      return Optional.of(a.table());
    }
    if (action instanceof Action.DropConstraint a) {
      return Optional.of(a.table());
    }
    if (action instanceof Action.RenameTable a) {
      return Optional.of(a.table());
    }
    return action instanceof Action.CreateIndex a && !a.concurrently()
        ? Optional.of(a.table())
        : Optional.empty();
  }
}
