package dev.sluice.target;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Relation;
import dev.sluice.catalog.Size;
import dev.sluice.catalog.Table;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.action.DataTypes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts together what the queries of {@link PostgresqlQueries} return. */
record PostgresqlTables(List<Table> tables, Map<ObjectName, Relation> others) {
  /** A row of some table: {@code owner} is its oid. */
  private record Of<T>(long owner, T what) {}

  private record Found(
      long oid, ObjectName name, String kind, boolean ofExtension, Size size, long parent) {
    boolean isTable() {
      return !ofExtension && "rpf".contains(kind);
    }

    boolean hasIndexes() {
      return !ofExtension && !kind.equals("v");
    }

    Relation relation() {
      return switch (ofExtension ? "" : kind) {
        case "v" -> Relation.VIEW;
        case "m" -> Relation.MATERIALIZED_VIEW;
        default -> Relation.OTHER;
      };
    }
  }

  static PostgresqlTables read(Connection connection) throws SQLException {
    List<Found> found =
        Rows.list(connection, PostgresqlQueries.RELATIONS, PostgresqlTables::relation);
    Map<Long, List<Column>> columns =
        byOwner(connection, PostgresqlQueries.COLUMNS, PostgresqlTables::column);
    Map<Long, List<Constraint>> constraints =
        byOwner(connection, PostgresqlQueries.CONSTRAINTS, PostgresqlTables::constraint);
    Map<Long, List<Index>> indexes =
        byOwner(connection, PostgresqlQueries.INDEXES, PostgresqlTables::index);
    Map<Long, Size> sizes = sizes(found);
    List<Table> tables = new ArrayList<>();
    for (Found f : found) {
      if (f.hasIndexes()) {
        tables.add(
            new Table(
                f.name,
                columns.getOrDefault(f.oid, List.of()),
                constraints.getOrDefault(f.oid, List.of()),
                indexes.getOrDefault(f.oid, List.of()),
                f.kind.equals("p"),
                false,
                sizes.getOrDefault(f.oid, Size.UNKNOWN)));
      }
    }
    return new PostgresqlTables(tables, others(found));
  }

  private static Map<ObjectName, Relation> others(List<Found> found) {
    return found.stream()
        .filter(f -> !f.isTable())
        .collect(Collectors.toMap(Found::name, Found::relation));
  }

  private static <T> Map<Long, List<T>> byOwner(
      Connection connection, String sql, Rows.Mapper<T> mapper) throws SQLException {
    return Rows.list(connection, sql, r -> new Of<>(r.getLong("owner"), mapper.map(r))).stream()
        .collect(
            Collectors.groupingBy(
                Of::owner, Collectors.mapping(Of::what, Collectors.toUnmodifiableList())));
  }

  /** A partitioned table is as big as its partitions together. */
  private static Map<Long, Size> sizes(List<Found> found) {
    Map<Long, List<Found>> children =
        found.stream().filter(f -> f.parent != 0).collect(Collectors.groupingBy(Found::parent));
    Map<Long, Size> sizes = new HashMap<>();
    for (Found f : found) {
      sizes.put(f.oid, size(f, children));
    }
    return sizes;
  }

  private static Size size(Found f, Map<Long, List<Found>> children) {
    if (!f.kind.equals("p")) {
      return f.size;
    }
    return children.getOrDefault(f.oid, List.of()).stream()
        .map(child -> size(child, children))
        .reduce(Size.EMPTY, Size::plus);
  }

  private static Found relation(ResultSet row) throws SQLException {
    return new Found(
        row.getLong("oid"),
        ObjectName.of(row.getString("schema"), row.getString("name")),
        row.getString("kind"),
        row.getBoolean("of_extension"),
        Size.of(row.getLong("rows"), row.getLong("bytes")),
        row.getLong("parent"));
  }

  private static Column column(ResultSet row) throws SQLException {
    Generation generation = generation(row);
    Optional<String> expression = Rows.optional(row, "expression");
    return new Column(
        row.getString("name"),
        DataTypes.parse(row.getString("type"), Dialect.POSTGRESQL),
        !row.getBoolean("not_null"),
        generation == Generation.IDENTITY ? Optional.empty() : expression,
        generation);
  }

  private static Generation generation(ResultSet row) throws SQLException {
    if (row.getBoolean("identity")) {
      return Generation.IDENTITY;
    }
    return switch (row.getString("generated")) {
      case "s" -> Generation.STORED;
      case "v" -> Generation.VIRTUAL;
      default -> Generation.NONE;
    };
  }

  private static Constraint constraint(ResultSet row) throws SQLException {
    Optional<String> target = Rows.optional(row, "target");
    Optional<Constraint.Reference> reference = Optional.empty();
    if (target.isPresent()) {
      ObjectName name = ObjectName.of(row.getString("target_schema"), target.get());
      reference = Optional.of(new Constraint.Reference(name, Rows.texts(row, "target_columns")));
    }
    return new Constraint(
        kind(row.getString("type")),
        Optional.of(row.getString("name")),
        Rows.texts(row, "columns"),
        reference,
        Rows.optional(row, "expression"),
        row.getBoolean("validated"));
  }

  private static Constraint.Kind kind(String type) {
    return switch (type) {
      case "p" -> Constraint.Kind.PRIMARY_KEY;
      case "u" -> Constraint.Kind.UNIQUE;
      case "f" -> Constraint.Kind.FOREIGN_KEY;
      case "c" -> Constraint.Kind.CHECK;
      default -> Constraint.Kind.OTHER;
    };
  }

  private static Index index(ResultSet row) throws SQLException {
    return new Index(
        row.getString("name"),
        Rows.texts(row, "columns"),
        row.getBoolean("is_unique"),
        row.getBoolean("is_primary"),
        row.getBoolean("is_valid"),
        Rows.optional(row, "condition"));
  }
}
