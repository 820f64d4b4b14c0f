package dev.sluice.store.record;

import java.util.Locale;

/**
 * What a statement does to a table.
 *
 * @param table without PostgreSQL's {@code public}
 * @param kind in words: {@code ADD COLUMN}
 * @param line where the statement begins
 */
public record TouchedStatement(String database, String table, String kind, String path, int line) {
  /** Whether this table is meant, with or without its schema, whatever its case. */
  public boolean isOf(String name) {
    String ours = table.toLowerCase(Locale.ROOT);
    String asked = name.toLowerCase(Locale.ROOT);
    return ours.equals(asked) || ours.endsWith("." + asked);
  }
}
