package dev.sluice.change;

import dev.sluice.setting.Doc;

/** What a change touches; approval policies can ask for it. */
public enum ChangeKind {
  @Doc("Tables, columns, indexes and other definitions.")
  SCHEMA,
  @Doc("Rows.")
  DATA
}
