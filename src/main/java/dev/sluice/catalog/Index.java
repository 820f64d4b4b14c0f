package dev.sluice.catalog;

import dev.sluice.sql.IndexKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An index of a table.
 *
 * @param columns in order; an expression stands as its text
 * @param valid false for what a failed CREATE INDEX CONCURRENTLY left behind
 * @param kind MySQL's FULLTEXT and SPATIAL
 */
public record Index(
    String name,
    List<String> columns,
    boolean unique,
    boolean primary,
    boolean valid,
    Optional<String> where,
    IndexKind kind) {
  public Index {
    columns = List.copyOf(columns);
  }

  /** A plain one. */
  public Index(
      String name,
      List<String> columns,
      boolean unique,
      boolean primary,
      boolean valid,
      Optional<String> where) {
    this(name, columns, unique, primary, valid, where, IndexKind.PLAIN);
  }

  Index withName(String newName) {
    return new Index(newName, columns, unique, primary, valid, where, kind);
  }

  Index renameColumn(String from, String to) {
    return new Index(name, Lists.renamed(columns, from, to), unique, primary, valid, where, kind);
  }

  /** Whether a key, an expression or the condition speaks of the column. */
  boolean names(String column, Table table) {
    return columns.contains(column)
        || Stream.concat(columns.stream(), where.stream())
            .anyMatch(text -> Expressions.names(text, column, table));
  }
}
