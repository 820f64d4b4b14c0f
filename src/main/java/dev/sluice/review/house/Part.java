package dev.sluice.review.house;

import java.util.Locale;

/** What a statement names: for conditions, and in double braces for messages. */
public enum Part {
  /** As written, or where the table is. */
  SCHEMA,
  TABLE,
  COLUMN,
  /** Of an index, a constraint, a view, a setting; the new one where something is renamed. */
  NAME,
  TYPE;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String placeholder() {
    return "{{" + id() + "}}";
  }
}
