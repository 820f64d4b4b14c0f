package dev.sluice.target;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Relation;
import dev.sluice.catalog.Size;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.IndexKind;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts together what the queries of {@link MysqlQueries} return. Of two names that differ in case
 * only, the first is known.
 *
 * @param schema the connection's database
 */
record MysqlTables(String schema, Map<ObjectName, Table> tables, Map<ObjectName, Relation> others) {

  /** A part of a table. */
  private record Of<T>(String owner, T what) {}

  private record Key(String owner, String name, boolean unique, IndexKind kind, String column) {}

  private record Link(String owner, String name, String column, ObjectName to, String toColumn) {}

  private record Found(
      String name, String kind, boolean partitioned, Size size, Table.Storage storage) {
    boolean isTable() {
      return kind.equals("BASE TABLE") || kind.equals("SYSTEM VERSIONED");
    }

    Table table(
        ObjectName as, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
      return new Table(
          as, columns, constraints, indexes, partitioned, false, size, Optional.of(storage));
    }

    /** A temporary table is the session's own; MariaDB lists it. */
    boolean isShared() {
      return !kind.contains("TEMPORARY");
    }
  }

  static MysqlTables read(Connection connection, Dialect dialect) throws SQLException {
    String schema = fold(Rows.text(connection, "select database()"));
    Map<String, List<Column>> columns =
        byOwner(Rows.list(connection, MysqlQueries.COLUMNS, r -> column(r, dialect)));
    Map<String, List<Key>> keys =
        Rows.list(connection, MysqlQueries.INDEXES, MysqlTables::key).stream()
            .collect(Collectors.groupingBy(Key::owner));
    Map<String, List<Constraint>> constraints = constraints(connection, dialect);
    Map<ObjectName, Table> tables = new LinkedHashMap<>();
    Map<ObjectName, Relation> others = new LinkedHashMap<>();
    for (Found f : Rows.list(connection, MysqlQueries.RELATIONS, MysqlTables::relation)) {
      ObjectName name = ObjectName.of(schema, fold(f.name));
      if (f.isTable()) {
        List<Index> indexes = indexes(keys.getOrDefault(f.name, List.of()));
        List<Constraint> all = new ArrayList<>(keyConstraints(indexes));
        all.addAll(constraints.getOrDefault(f.name, List.of()));
        List<Column> own = columns.getOrDefault(f.name, List.of());
        tables.putIfAbsent(name, f.table(name, own, all, indexes));
      } else if (f.isShared()) {
        others.putIfAbsent(name, f.kind.contains("VIEW") ? Relation.VIEW : Relation.OTHER);
      }
    }
    return new MysqlTables(schema, tables, others);
  }

  private static Map<String, List<Constraint>> constraints(Connection connection, Dialect dialect)
      throws SQLException {
    List<Of<Constraint>> all = new ArrayList<>(foreignKeys(connection));
    if (MysqlQueries.tellsChecks(connection)) {
      all.addAll(Rows.list(connection, MysqlQueries.checks(dialect), MysqlTables::check));
    }
    return byOwner(all);
  }

  private static <T> Map<String, List<T>> byOwner(List<Of<T>> parts) {
    return parts.stream()
        .collect(
            Collectors.groupingBy(
                Of::owner, Collectors.mapping(Of::what, Collectors.toUnmodifiableList())));
  }

  private static Found relation(ResultSet row) throws SQLException {
    return new Found(
        row.getString("name"),
        row.getString("kind"),
        row.getBoolean("partitioned"),
        Size.of(row.getLong("row_estimate"), row.getLong("bytes")),
        new Table.Storage(
            row.getString("engine"), row.getString("row_format"), row.getString("collation_name")));
  }

  private static Of<Column> column(ResultSet row, Dialect dialect) throws SQLException {
    return new Of<>(row.getString("owner"), MysqlColumns.column(row, dialect));
  }

  private static Key key(ResultSet row) throws SQLException {
    Optional<String> column = Rows.optional(row, "COLUMN_NAME");
    return new Key(
        row.getString("TABLE_NAME"),
        fold(row.getString("INDEX_NAME")),
        row.getInt("NON_UNIQUE") == 0,
        kind(row.getString("INDEX_TYPE")),
        column.isPresent() ? fold(column.get()) : row.getString("EXPRESSION"));
  }

  private static IndexKind kind(String type) {
    return switch (type) {
      case "FULLTEXT" -> IndexKind.FULLTEXT;
      case "SPATIAL" -> IndexKind.SPATIAL;
      default -> IndexKind.PLAIN;
    };
  }

  private static List<Index> indexes(List<Key> keys) {
    Map<String, List<Key>> byName =
        keys.stream()
            .collect(Collectors.groupingBy(Key::name, LinkedHashMap::new, Collectors.toList()));
    return byName.entrySet().stream().map(e -> index(e.getKey(), e.getValue())).toList();
  }

  private static Index index(String name, List<Key> keys) {
    boolean primary = name.equals("primary");
    return new Index(
        primary ? "PRIMARY" : name,
        keys.stream().map(Key::column).toList(),
        keys.get(0).unique,
        primary,
        true,
        Optional.empty(),
        keys.get(0).kind);
  }

  /** A unique index and a unique constraint are the same here. */
  private static List<Constraint> keyConstraints(List<Index> indexes) {
    return indexes.stream()
        .filter(Index::unique)
        .map(
            i ->
                new Constraint(
                    i.primary() ? Constraint.Kind.PRIMARY_KEY : Constraint.Kind.UNIQUE,
                    Optional.of(i.name()),
                    i.columns(),
                    Optional.empty(),
                    Optional.empty(),
                    true))
        .toList();
  }

  private static List<Of<Constraint>> foreignKeys(Connection connection) throws SQLException {
    Map<List<String>, List<Link>> links =
        Rows.list(connection, MysqlQueries.FOREIGN_KEYS, MysqlTables::link).stream()
            .collect(
                Collectors.groupingBy(
                    l -> List.of(l.owner, l.name), LinkedHashMap::new, Collectors.toList()));
    return links.values().stream().map(MysqlTables::foreignKey).toList();
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getString("owner"),
        fold(row.getString("name")),
        fold(row.getString("column_name")),
        ObjectName.of(fold(row.getString("target_schema")), fold(row.getString("target"))),
        fold(row.getString("target_column")));
  }

  private static Of<Constraint> foreignKey(List<Link> links) {
    Link first = links.get(0);
    return new Of<>(
        first.owner,
        new Constraint(
            Constraint.Kind.FOREIGN_KEY,
            Optional.of(first.name),
            links.stream().map(Link::column).toList(),
            Optional.of(
                new Constraint.Reference(first.to, links.stream().map(Link::toColumn).toList())),
            Optional.empty(),
            true));
  }

  private static Of<Constraint> check(ResultSet row) throws SQLException {
    return new Of<>(
        row.getString("owner"),
        new Constraint(
            Constraint.Kind.CHECK,
            Optional.of(fold(row.getString("name"))),
            List.of(),
            Optional.empty(),
            Rows.optional(row, "expression"),
            true));
  }

  private static String fold(String name) {
    return Dialect.MYSQL.fold(name, false);
  }
}
