package dev.sluice.sql;

import java.util.List;
import java.util.Optional;

/**
 * A column as a statement defines it.
 *
 * @param place from its name to the end of its last option
 * @param name folded; {@code writtenName} keeps the author's spelling for naming rules
 * @param notNull written as NOT NULL (a primary key implies it too, see {@code constraints})
 * @param defaultExpression the text behind DEFAULT
 * @param generation how the database fills the column by itself
 * @param constraints the column's own constraints (REFERENCES, CHECK, UNIQUE, PRIMARY KEY)
 */
public record ColumnDefinition(
    Place place,
    String name,
    String writtenName,
    DataType type,
    boolean notNull,
    Optional<String> defaultExpression,
    Generation generation,
    List<TableConstraint> constraints) {
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }

  /** How the database fills a column by itself. */
  public enum Generation {
    NONE,
    /** SERIAL, IDENTITY, AUTO_INCREMENT, SQLite's INTEGER PRIMARY KEY. */
    IDENTITY,
    STORED,
    VIRTUAL
  }
}
