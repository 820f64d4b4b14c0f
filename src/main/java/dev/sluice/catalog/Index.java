package dev.sluice.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param columns in order; an expression stands as its text
 * @param valid false for what a failed CREATE INDEX CONCURRENTLY left behind
 */
public record Index(
    String name,
    List<String> columns,
    boolean unique,
    boolean primary,
    boolean valid,
    Optional<String> where) {
  public Index {
    columns = List.copyOf(columns);
  }
}
