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
import java.util.Optional;
import java.util.Set;

/** What a backup has to know of a table, from SQLite's pragmas. */
record SqliteSources(Connection connection) implements Sources {
  private static final String COLUMNS =
      "select name, type, hidden in (2, 3) from pragma_table_xinfo(?) where hidden <> 1 order by"
          + " cid";

  @Override
  public Optional<SourceTable> find(ObjectName written, Statement statement) throws SQLException {
    Optional<String> name =
        Jdbc.first(
            connection,
            "select name from sqlite_master where type in ('table', 'view') and name = ? collate"
                + " nocase",
            written.name());
    return name.isPresent() ? Optional.of(table(name.get())) : Optional.empty();
  }

  private SourceTable table(String name) throws SQLException {
    List<String> key =
        Jdbc.column(
            connection, "select name from pragma_table_xinfo(?) where pk > 0 order by pk", name);
    List<String> cascading =
        Jdbc.column(
            connection,
            "select distinct m.name from sqlite_master m, pragma_foreign_key_list(m.name) f where"
                + " m.type = 'table' and f.\"table\" = ? collate nocase and f.on_delete in"
                + " ('CASCADE', 'SET NULL', 'SET DEFAULT')",
            name);
    boolean linked =
        Jdbc.first(
                connection,
                "select 1 from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type ="
                    + " 'table' and (f.\"table\" = ? collate nocase or m.name = ?) limit 1",
                name,
                name)
            .isPresent();
    boolean triggers = has("trigger", "tbl_name = ? collate nocase", name);
    return new SourceTable(
        ObjectName.of(name),
        obstacle(name),
        columns(name),
        key,
        cascading,
        triggers,
        entangled(linked, triggers, name),
        linked);
  }

  private String obstacle(String name) throws SQLException {
    Optional<String> kind =
        Jdbc.first(
            connection,
            "select case when type = 'view' then 'view' when upper(sql) like 'CREATE VIRTUAL%'"
                + " then 'virtual' else '' end from sqlite_master where name = ?",
            name);
    return switch (kind.orElse("")) {
      case "view" -> "it is no table, but a view";
      case "virtual" -> "it is a virtual table";
      default -> "";
    };
  }

  /** A rename changes the text of triggers and views that name the table. */
  private String entangled(boolean linked, boolean triggers, String name) throws SQLException {
    if (linked) {
      return "a foreign key begins or ends at it";
    }
    if (triggers || has("trigger", "instr(lower(sql), lower(?)) > 0", name)) {
      return "a trigger may name it";
    }
    return has("view", "instr(lower(sql), lower(?)) > 0", name) ? "a view may name it" : "";
  }

  private boolean has(String type, String condition, String name) throws SQLException {
    return Jdbc.first(
            connection,
            "select 1 from sqlite_master where type = '" + type + "' and " + condition + " limit 1",
            name)
        .isPresent();
  }

  private List<SourceColumn> columns(String table) throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          String definition = '"' + name.replace("\"", "\"\"") + "\" " + row.getString(2);
          columns.add(
              new SourceColumn(
                  name,
                  Optional.empty(),
                  row.getBoolean(3),
                  false,
                  false,
                  Optional.of(definition.strip())));
        }
      }
    }
    return columns;
  }

  @Override
  public Set<String> changing(Set<String> functions) {
    return Set.of();
  }
}
