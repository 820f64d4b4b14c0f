package dev.sluice.target;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.action.DataTypes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables of an SQLite database, put together from four pragmas and the text of definitions. */
record SqliteTables(List<Table> tables) {
  private static final String TABLES =
      """
      from pragma_table_list t where t.schema = 'main' and t.type = 'table'
        and t.name not like 'sqlite\\_%' escape '\\' and t.name not like '\\_sluice\\_%' escape '\\'
      """;

  private static final String NAMES =
      "select t.name, m.sql "
          + TABLES.replace(
              "where", "join sqlite_master m on m.type = 'table' and m.name = t.name where")
          + " order by t.name";

  private static final String COLUMNS =
      "select t.name as owner, x.* "
          + TABLES.replace("where", "join pragma_table_xinfo(t.name) x where")
          + " and x.hidden <> 1 order by t.name, x.cid";

  private static final String INDEXES =
      "select t.name as owner, l.name as name, l.\"unique\" as is_unique, l.origin as origin, "
          + "m.sql as sql, x.seqno as seqno, x.name as column_name "
          + TABLES.replace(
              "where",
              "join pragma_index_list(t.name) l join pragma_index_xinfo(l.name) x"
                  + " left join sqlite_master m on m.type = 'index' and m.name = l.name where")
          + " and x.key = 1 order by t.name, l.seq desc, x.seqno";

  private static final String FOREIGN_KEYS =
      "select t.name as owner, f.* "
          + TABLES.replace("where", "join pragma_foreign_key_list(t.name) f where")
          + " order by t.name, f.id desc, f.seq";

  private record ColumnRow(String owner, Column column, int key) {}

  private record IndexRow(
      String owner, String name, boolean unique, String origin, String sql, String column) {}

  private record KeyRow(String owner, int id, String target, String from, String to) {}

  static ObjectName name(String table) {
    return ObjectName.of("main", fold(table));
  }

  private static String fold(String name) {
    return Dialect.SQLITE.fold(name, false);
  }

  static SqliteTables read(Connection connection) throws SQLException {
    Map<String, List<ColumnRow>> columns =
        Rows.list(connection, COLUMNS, SqliteTables::column).stream()
            .collect(Collectors.groupingBy(ColumnRow::owner));
    Map<String, List<IndexRow>> indexes =
        Rows.list(connection, INDEXES, SqliteTables::index).stream()
            .collect(Collectors.groupingBy(IndexRow::owner));
    Map<String, List<KeyRow>> keys =
        Rows.list(connection, FOREIGN_KEYS, SqliteTables::key).stream()
            .collect(Collectors.groupingBy(KeyRow::owner));
    SqliteSizes sizes = SqliteSizes.read(connection);
    List<Table> tables = new ArrayList<>();
    for (String[] found :
        Rows.list(connection, NAMES, r -> new String[] {r.getString(1), r.getString(2)})) {
      String table = found[0];
      List<ColumnRow> own = columns.getOrDefault(table, List.of());
      List<IndexRow> ownIndexes = indexes.getOrDefault(table, List.of());
      List<Constraint> constraints = new ArrayList<>(primaryKey(own));
      constraints.addAll(uniques(ownIndexes));
      constraints.addAll(foreignKeys(keys.getOrDefault(table, List.of()), columns));
      constraints.addAll(SqliteDefinitions.checks(found[1]));
      tables.add(
          new Table(
              name(table),
              identity(own),
              constraints,
              indexes(ownIndexes),
              false,
              false,
              sizes.of(connection, table)));
    }
    return new SqliteTables(tables);
  }

  private static ColumnRow column(ResultSet row) throws SQLException {
    Generation generation =
        switch (row.getInt("hidden")) {
          case 2 -> Generation.VIRTUAL;
          case 3 -> Generation.STORED;
          default -> Generation.NONE;
        };
    Column column =
        new Column(
            fold(row.getString("name")),
            DataTypes.parse(row.getString("type"), Dialect.SQLITE),
            row.getInt("notnull") == 0,
            Rows.optional(row, "dflt_value"),
            generation);
    return new ColumnRow(row.getString("owner"), column, row.getInt("pk"));
  }

  /** A single INTEGER key is the row's own number: never NULL, and filled by itself. */
  private static List<Column> identity(List<ColumnRow> rows) {
    boolean single = rows.stream().filter(r -> r.key > 0).count() == 1;
    return rows.stream()
        .map(r -> single && r.key > 0 && isInteger(r.column) ? identity(r.column) : r.column)
        .toList();
  }

  private static boolean isInteger(Column column) {
    return column.type().name().equals("integer");
  }

  private static Column identity(Column column) {
    return new Column(
        column.name(), column.type(), false, column.defaultExpression(), Generation.IDENTITY);
  }

  private static List<Constraint> primaryKey(List<ColumnRow> rows) {
    List<String> columns =
        rows.stream()
            .filter(r -> r.key > 0)
            .sorted(Comparator.comparingInt(ColumnRow::key))
            .map(r -> r.column.name())
            .toList();
    return columns.isEmpty() ? List.of() : List.of(keyed(Constraint.Kind.PRIMARY_KEY, columns));
  }

  private static List<Constraint> uniques(List<IndexRow> rows) {
    return grouped(rows).values().stream()
        .filter(index -> index.get(0).origin.equals("u"))
        .map(index -> keyed(Constraint.Kind.UNIQUE, columns(index)))
        .toList();
  }

  private static Constraint keyed(Constraint.Kind kind, List<String> columns) {
    return new Constraint(
        kind, Optional.empty(), columns, Optional.empty(), Optional.empty(), true);
  }

  private static Map<String, List<IndexRow>> grouped(List<IndexRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                IndexRow::name, java.util.LinkedHashMap::new, Collectors.toList()));
  }

  private static List<String> columns(List<IndexRow> index) {
    return index.stream().map(r -> fold(r.column)).toList();
  }

  private static List<Index> indexes(List<IndexRow> rows) {
    return grouped(rows).values().stream().map(SqliteTables::index).toList();
  }

  private static Index index(List<IndexRow> rows) {
    IndexRow first = rows.get(0);
    return SqliteDefinitions.index(
        first.sql,
        new Index(
            fold(first.name),
            columns(rows),
            first.unique,
            first.origin.equals("pk"),
            true,
            Optional.empty()));
  }

  private static IndexRow index(ResultSet row) throws SQLException {
    return new IndexRow(
        row.getString("owner"),
        row.getString("name"),
        row.getBoolean("is_unique"),
        row.getString("origin"),
        Rows.optional(row, "sql").orElse(""),
        Rows.optional(row, "column_name").orElse("<expression>"));
  }

  private static KeyRow key(ResultSet row) throws SQLException {
    return new KeyRow(
        row.getString("owner"),
        row.getInt("id"),
        row.getString("table"),
        row.getString("from"),
        Rows.optional(row, "to").orElse(""));
  }

  private static List<Constraint> foreignKeys(
      List<KeyRow> rows, Map<String, List<ColumnRow>> columns) {
    Map<Integer, List<KeyRow>> byId =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    KeyRow::id, java.util.LinkedHashMap::new, Collectors.toList()));
    return byId.values().stream().map(key -> foreignKey(key, columns)).toList();
  }

  /** Without column names it points at the key of the other table. */
  private static Constraint foreignKey(List<KeyRow> rows, Map<String, List<ColumnRow>> columns) {
    ObjectName target = name(rows.get(0).target);
    boolean implicit = rows.get(0).to.isEmpty();
    List<String> to =
        implicit
            ? columns.entrySet().stream()
                .filter(e -> name(e.getKey()).equals(target))
                .flatMap(e -> primaryKey(e.getValue()).stream())
                .flatMap(c -> c.columns().stream())
                .toList()
            : rows.stream().map(r -> fold(r.to)).toList();
    return new Constraint(
        Constraint.Kind.FOREIGN_KEY,
        Optional.empty(),
        rows.stream().map(r -> fold(r.from)).toList(),
        Optional.of(new Constraint.Reference(target, to)),
        Optional.empty(),
        true);
  }
}
