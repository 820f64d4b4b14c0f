package dev.sluice.catalog;

import java.util.Locale;

/** What a name in a catalog can name. */
enum ObjectKind {
  SCHEMA,
  TABLE,
  VIEW,
  INDEX,
  COLUMN,
  CONSTRAINT,
  /** What a foreign key points to. */
  REFERENCED_TABLE;

  /** As people read it: {@code table}. */
  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
