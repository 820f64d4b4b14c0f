package dev.sluice.store.record;

/**
 * Something that an open merge request changes.
 *
 * @param name of the table, or the version as text
 */
public record Touch(String database, Kind kind, String name) {
  /** What it is. */
  public enum Kind {
    TABLE,
    VERSION
  }
}
