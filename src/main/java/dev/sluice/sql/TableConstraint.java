package dev.sluice.sql;

import java.util.List;
import java.util.Optional;

/** A constraint of a table, written with a column or on its own. */
public sealed interface TableConstraint {
  Place place();

  /** The name that the statement gives; engines make one up otherwise. */
  Optional<String> name();

  /**
   * @param usingIndex PostgreSQL's {@code USING INDEX}: an index that is there already
   */
  record PrimaryKey(
      Place place, Optional<String> name, List<String> columns, Optional<String> usingIndex)
      implements TableConstraint {
    public PrimaryKey {
      columns = List.copyOf(columns);
    }
  }

  /** As {@link PrimaryKey}, NULLs allowed. */
  record Unique(
      Place place, Optional<String> name, List<String> columns, Optional<String> usingIndex)
      implements TableConstraint {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param referencedColumns empty when the statement leaves them to the referenced primary key
   * @param notValid PostgreSQL's {@code NOT VALID}: rows that exist are not checked now
   * @param onDelete the text of the action, e.g. {@code CASCADE}
   */
  record ForeignKey(
      Place place,
      Optional<String> name,
      List<String> columns,
      ObjectName referencedTable,
      List<String> referencedColumns,
      boolean notValid,
      Optional<String> onDelete)
      implements TableConstraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }
  }

  /** A CHECK; {@code expression} is the text between its parentheses. */
  record Check(Place place, Optional<String> name, String expression, boolean notValid)
      implements TableConstraint {}

  /** MySQL's plain index ({@code KEY}, {@code FULLTEXT INDEX} …), written among the constraints. */
  record Key(Place place, Optional<String> name, List<String> columns, IndexKind kind)
      implements TableConstraint {
    public Key {
      columns = List.copyOf(columns);
    }
  }

  /** EXCLUDE and whatever else an engine has; kept by its text. */
  record Other(Place place, Optional<String> name, String text) implements TableConstraint {}
}
