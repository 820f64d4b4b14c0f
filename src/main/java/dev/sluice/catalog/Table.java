package dev.sluice.catalog;

import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name with its schema, always
 * @param columns in order
 */
public record Table(
    ObjectName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    boolean partitioned,
    boolean temporary,
    Size size) {
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  public Optional<Column> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  public Optional<Constraint> primaryKey() {
    return constraints.stream().filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY).findFirst();
  }

  public Optional<Constraint> constraint(String constraint) {
    return constraints.stream()
        .filter(c -> c.name().filter(constraint::equals).isPresent())
        .findFirst();
  }
}
