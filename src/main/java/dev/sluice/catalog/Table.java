package dev.sluice.catalog;

import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table.
 *
 * @param name with its schema, always
 * @param columns in order
 * @param storage how MySQL keeps it; empty on other engines, and where it is not known
 */
public record Table(
    ObjectName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    boolean partitioned,
    boolean temporary,
    Size size,
    Optional<Storage> storage) {
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  /** One of which nobody knows how it is kept. */
  public Table(
      ObjectName name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      boolean partitioned,
      boolean temporary,
      Size size) {
    this(name, columns, constraints, indexes, partitioned, temporary, size, Optional.empty());
  }

  /**
   * How MySQL keeps a table.
   *
   * @param engine lower case
   * @param rowFormat lower case
   * @param collation that new columns get
   */
  public record Storage(String engine, String rowFormat, String collation) {}

  public Optional<Column> column(String column) {
    for (Column each : columns) { // asked for very often, and streams cost more than this
      if (each.name().equals(column)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  public Optional<Constraint> primaryKey() {
    return constraints.stream().filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY).findFirst();
  }

  public Optional<Constraint> constraint(String constraint) {
    return constraints.stream().filter(c -> c.isNamed(constraint)).findFirst();
  }

  public Optional<Index> index(String index) {
    for (Index each : indexes) {
      if (each.name().equals(index)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  public Table withName(ObjectName newName) {
    return new Table(newName, columns, constraints, indexes, partitioned, temporary, size, storage);
  }

  public Table withColumns(List<Column> newColumns) {
    return new Table(name, newColumns, constraints, indexes, partitioned, temporary, size, storage);
  }

  public Table withConstraints(List<Constraint> newConstraints) {
    return new Table(name, columns, newConstraints, indexes, partitioned, temporary, size, storage);
  }

  public Table withIndexes(List<Index> newIndexes) {
    return new Table(name, columns, constraints, newIndexes, partitioned, temporary, size, storage);
  }

  /** The same table with that column changed; unchanged when it has none of that name. */
  public Table mapColumn(String column, UnaryOperator<Column> change) {
    return withColumns(
        columns.stream().map(c -> c.name().equals(column) ? change.apply(c) : c).toList());
  }
}
