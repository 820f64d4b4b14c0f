package dev.sluice.flow.beside;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** A name that code must not use any more. */
record Dropped(ObjectName table, Optional<String> column) {
  static Optional<Dropped> by(Action action) {
    if (action instanceof Action.DropColumn drop) {
      return Optional.of(new Dropped(drop.table(), Optional.of(drop.column())));
    }
    if (action instanceof Action.RenameColumn rename) {
      return Optional.of(new Dropped(rename.table(), Optional.of(rename.column())));
    }
    if (action instanceof Action.DropTable drop) {
      return Optional.of(new Dropped(drop.table(), Optional.empty()));
    }
    if (action instanceof Action.RenameTable rename) {
      return Optional.of(new Dropped(rename.table(), Optional.empty()));
    }
    return action instanceof Action.DropView drop
        ? Optional.of(new Dropped(drop.view(), Optional.empty()))
        : Optional.empty();
  }

  String words() {
    return column.map(c -> table.name() + "." + c).orElse(table.name());
  }
}
