package dev.sluice.sql;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The table or view that an action changes; empty where it only reads, or nobody knows. */
public final class TableOfAction {
  private TableOfAction() {}

  public static Optional<ObjectName> of(Action action) {
    if (action instanceof Action.CreateTable create && create.temporary()) {
      return Optional.empty();
    }
    if (action instanceof Action.OfTable any) {
      return Optional.of(any.table());
    }
    if (action instanceof Action.DropIndex drop) {
      return drop.table();
    }
    if (action instanceof Action.CreateView create) {
      return Optional.of(create.view());
    }
    if (action instanceof Action.DropView drop) {
      return Optional.of(drop.view());
    }
    return action instanceof Action.OtherDdl ddl ? named(ddl) : Optional.empty();
  }

  /** The tables whose definition an action makes or changes, under their old and new names. */
  public static Set<ObjectName> defined(Action action) {
    if (action instanceof Action.OfRows) {
      return Set.of();
    }
    Set<ObjectName> names = new HashSet<>();
    of(action).ifPresent(names::add);
    if (action instanceof Action.RenameTable rename) {
      names.add(new ObjectName(rename.table().schema(), rename.newName()));
    }
    return Set.copyOf(names);
  }

  private static Optional<ObjectName> named(Action.OtherDdl ddl) {
    return ddl.objectType().contains("TABLE") || ddl.objectType().endsWith("VIEW")
        ? ddl.name()
        : ddl.detail().other();
  }
}
