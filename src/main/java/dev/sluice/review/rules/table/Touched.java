package dev.sluice.review.rules.table;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** The table that an action changes. */
final class Touched {
  private Touched() {}

  /** Whose rows it changes. */
  static Optional<ObjectName> rows(Action action) {
    if (action instanceof Action.Insert insert) {
      return Optional.of(insert.table());
    }
    if (action instanceof Action.Update update) {
      return Optional.of(update.table());
    }
    if (action instanceof Action.Delete delete) {
      return Optional.of(delete.table());
    }
    return action instanceof Action.Truncate truncate
        ? Optional.of(truncate.table())
        : Optional.empty();
  }

  /** Whose definition it changes. */
  static Optional<ObjectName> definition(Action action) {
    if (action instanceof Action.DropTable drop) {
      return Optional.of(drop.table());
    }
    if (action instanceof Action.RenameTable rename) {
      return Optional.of(rename.table());
    }
    if (action instanceof Action.CreateIndex index) {
      return Optional.of(index.table());
    }
    if (action instanceof Action.DropIndex index) {
      return index.table();
    }
    if (action instanceof Action.OtherDdl other && other.objectType().startsWith("TABLE")) {
      return other.name();
    }
    return column(action).or(() -> constraint(action));
  }

  private static Optional<ObjectName> column(Action action) {
    if (action instanceof Action.AddColumn add) {
      return Optional.of(add.table());
    }
    if (action instanceof Action.DropColumn drop) {
      return Optional.of(drop.table());
    }
    if (action instanceof Action.RenameColumn rename) {
      return Optional.of(rename.table());
    }
    if (action instanceof Action.AlterColumnType alter) {
      return Optional.of(alter.table());
    }
    if (action instanceof Action.SetNotNull set) {
      return Optional.of(set.table());
    }
    return action instanceof Action.ModifyColumn modify
        ? Optional.of(modify.table())
        : Optional.empty();
  }

  private static Optional<ObjectName> constraint(Action action) {
    if (action instanceof Action.AddConstraint add) {
      return Optional.of(add.table());
    }
    return action instanceof Action.DropConstraint drop
        ? Optional.of(drop.table())
        : Optional.empty();
  }
}
