package dev.sluice.catalog;

import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table.
 *
 * @param name the engine's name for it; SQLite has none for most
 * @param columns of this table, in order
 * @param references for a foreign key
 * @param expression for a check
 * @param validated false while NOT VALID
 */
public record Constraint(
    Kind kind,
    Optional<String> name,
    List<String> columns,
    Optional<Reference> references,
    Optional<String> expression,
    boolean validated) {
  public Constraint {
    columns = List.copyOf(columns);
  }

  /** What it holds. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    OTHER
  }

  /** Where a foreign key points. */
  public record Reference(ObjectName table, List<String> columns) {
    public Reference {
      columns = List.copyOf(columns);
    }
  }
}
