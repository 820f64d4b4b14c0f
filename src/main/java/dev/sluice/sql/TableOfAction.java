package dev.sluice.sql;

import java.util.Optional;

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

  private static Optional<ObjectName> named(Action.OtherDdl ddl) {
    return ddl.objectType().contains("TABLE") || ddl.objectType().endsWith("VIEW")
        ? ddl.name()
        : ddl.detail().other();
  }
}
