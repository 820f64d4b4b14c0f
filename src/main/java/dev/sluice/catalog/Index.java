package dev.sluice.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  Index withName(String newName) {
    return new Index(newName, columns, unique, primary, valid, where);
  }

  Index renameColumn(String from, String to) {
    return new Index(name, Lists.renamed(columns, from, to), unique, primary, valid, where);
  }

  /** Whether a key, an expression or the condition speaks of the column. */
  boolean names(String column, Table table) {
    return columns.contains(column)
        || Stream.concat(columns.stream(), where.stream())
            .anyMatch(text -> Expressions.names(text, column, table));
  }
}
