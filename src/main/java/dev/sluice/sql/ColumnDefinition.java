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
 * @param layout its letters and its place among the others, on MySQL
 */
public record ColumnDefinition(
    Place place,
    String name,
    String writtenName,
    DataType type,
    boolean notNull,
    Optional<String> defaultExpression,
    Generation generation,
    List<TableConstraint> constraints,
    Layout layout) {
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }

  /** With nothing said about its layout. */
  public ColumnDefinition(
      Place place,
      String name,
      String writtenName,
      DataType type,
      boolean notNull,
      Optional<String> defaultExpression,
      Generation generation,
      List<TableConstraint> constraints) {
    this(
        place,
        name,
        writtenName,
        type,
        notNull,
        defaultExpression,
        generation,
        constraints,
        Layout.NONE);
  }

  /**
   * What MySQL is told of a column's letters and of its place.
   *
   * @param charset lower case; empty when not written
   * @param collation lower case; empty when not written
   * @param after the column behind which it goes, folded; the empty name for FIRST; absent when
   *     nothing is written
   */
  public record Layout(
      Optional<String> charset, Optional<String> collation, Optional<String> after) {
    public static final Layout NONE =
        new Layout(Optional.empty(), Optional.empty(), Optional.empty());
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
