package dev.sluice.deploy.executor;

import dev.sluice.deploy.backup.BackupPlanner.Sources;
import dev.sluice.deploy.backup.SourceColumn;
import dev.sluice.deploy.backup.SourceTable;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a backup has to know of a table, from MySQL's and MariaDB's information_schema. */
record MysqlSources(Connection connection) implements Sources {
  private record Found(ObjectName name, String type, boolean transactional) {}

  private static final String TABLES =
      """
      select t.table_schema, t.table_name, t.table_type, coalesce(e.transactions, 'NO')
      from information_schema.tables t left join information_schema.engines e on e.engine = t.engine
      where t.table_schema = coalesce(nullif(?, ''), database()) and lower(t.table_name) = ?
      """;
  private static final String COLUMNS =
      """
      select column_name, coalesce(generation_expression, '') <> '' as is_generated,
        lower(extra) like '%on update%' as sets_itself, column_type, collation_name
      from information_schema.columns where table_schema = ? and table_name = ?
      order by ordinal_position
      """;
  private static final String OF_TABLE = " where table_schema = ? and table_name = ?";

  @Override
  public Optional<SourceTable> find(ObjectName written, Statement statement) throws SQLException {
    List<Found> found = tables(written);
    // names that differ in their letters' case only: the one that is written
    Optional<Found> meant =
        found.size() < 2
            ? found.stream().findFirst()
            : found.stream()
                .filter(
                    f ->
                        statement.tokens().stream()
                            .anyMatch(t -> t.isName() && t.unquoted().equals(f.name().name())))
                .findFirst();
    return meant.isPresent() ? Optional.of(table(meant.get())) : Optional.empty();
  }

  private List<Found> tables(ObjectName written) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(TABLES)) {
      query.setString(1, written.schema().orElse(""));
      query.setString(2, written.name().toLowerCase(Locale.ROOT));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(
              new Found(
                  ObjectName.of(row.getString(1), row.getString(2)),
                  row.getString(3),
                  "YES".equals(row.getString(4))));
        }
      }
    }
    return found;
  }

  private SourceTable table(Found found) throws SQLException {
    String schema = found.name().schema().orElseThrow();
    String name = found.name().name();
    List<String> key =
        names(
            "select column_name from information_schema.key_column_usage"
                + OF_TABLE
                + " and constraint_name = 'PRIMARY' order by ordinal_position",
            schema,
            name);
    List<String> cascading =
        names(
            "select table_name from information_schema.referential_constraints where"
                + " unique_constraint_schema = ? and referenced_table_name = ?"
                + " and delete_rule in ('CASCADE', 'SET NULL') order by 1",
            schema,
            name);
    boolean linked =
        !names(
                "select 1 from information_schema.key_column_usage where"
                    + " referenced_table_name is not null and ((table_schema = ? and table_name ="
                    + " ?) or (referenced_table_schema = ? and referenced_table_name = ?)) limit 1",
                schema,
                name,
                schema,
                name)
            .isEmpty();
    boolean triggers =
        !names(
                "select 1 from information_schema.triggers where event_object_schema = ?"
                    + " and event_object_table = ? limit 1",
                schema,
                name)
            .isEmpty();
    return new SourceTable(
        found.name(),
        obstacle(found),
        columns(schema, name),
        key,
        cascading,
        triggers,
        entangled(linked, triggers, schema, name),
        linked);
  }

  private static String obstacle(Found found) {
    return switch (found.type()) {
      case "BASE TABLE" ->
          found.transactional() ? "" : "its engine takes nothing back when something fails";
      case "SYSTEM VERSIONED" -> "it keeps its history by itself";
      default -> "it is no table, but a view";
    };
  }

  private String entangled(boolean linked, boolean triggers, String schema, String name)
      throws SQLException {
    if (linked) {
      return "a foreign key begins or ends at it";
    }
    if (triggers) {
      return "it has triggers";
    }
    boolean seen =
        !names(
                "select 1 from information_schema.views where table_schema = ?"
                    + " and locate(?, view_definition) > 0 limit 1",
                schema,
                name)
            .isEmpty();
    return seen ? "a view may name it" : "";
  }

  private List<SourceColumn> columns(String schema, String table) throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setString(1, schema);
      query.setString(2, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          String collation = row.getString(5);
          String definition =
              "`"
                  + name.replace("`", "``")
                  + "` "
                  + row.getString(4)
                  + (collation == null ? "" : " collate " + collation)
                  + " null";
          columns.add(
              new SourceColumn(
                  name,
                  Optional.empty(),
                  row.getBoolean(2),
                  row.getBoolean(3),
                  false,
                  Optional.of(definition)));
        }
      }
    }
    return columns;
  }

  private List<String> names(String sql, Object... values) throws SQLException {
    return Jdbc.column(connection, sql, values);
  }

  @Override
  public Set<String> changing(Set<String> functions) throws SQLException {
    if (functions.isEmpty()) {
      return Set.of();
    }
    String marks = functions.stream().map(f -> "?").collect(Collectors.joining(", "));
    return Set.copyOf(
        Jdbc.column(
            connection,
            "select lower(routine_name) from information_schema.routines where routine_schema ="
                + " database() and routine_type = 'FUNCTION' and is_deterministic = 'NO'"
                + " and lower(routine_name) in ("
                + marks
                + ")",
            functions.toArray()));
  }
}
