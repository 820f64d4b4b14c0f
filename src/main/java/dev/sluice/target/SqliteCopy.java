package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The schema of an SQLite database in memory, without its rows, to try things on. */
final class SqliteCopy implements AutoCloseable {
  private static final String DEFINITIONS =
      """
      select type, name, sql from sqlite_master
      where sql is not null and name not like 'sqlite\\_%' escape '\\'
        and tbl_name not like '\\_sluice\\_%' escape '\\'
        and not exists (select 1 from pragma_table_list l
          where l.schema = 'main' and l.name = sqlite_master.name and l.type = 'shadow')
      order by case type when 'table' then 1 when 'index' then 2 when 'view' then 3 else 4 end,
        rowid
      """;

  private static final Pattern VIRTUAL =
      Pattern.compile("(?is)\\s*create\\s+virtual\\s+table\\b.*");

  private final Connection memory;
  private final List<String> missing = new ArrayList<>();

  private record Definition(String type, String name, String sql) {}

  private SqliteCopy(Connection memory) {
    this.memory = memory;
  }

  static SqliteCopy of(Connection original) throws SQLException {
    SqliteCopy copy = new SqliteCopy(SqliteConnections.memory());
    try {
      for (Definition one :
          Rows.list(
              original,
              DEFINITIONS,
              r -> new Definition(r.getString(1), r.getString(2), r.getString(3)))) {
        copy.make(one);
      }
      return copy;
    } catch (SQLException e) {
      copy.close();
      throw e;
    }
  }

  /** A module may be missing here; that is nobody's fault. */
  private void make(Definition definition) throws SQLException {
    try {
      Rows.execute(memory, definition.sql);
    } catch (SQLException e) {
      String what = definition.type.toLowerCase(Locale.ROOT) + " " + definition.name;
      if (!VIRTUAL.matcher(definition.sql).matches() && missing.isEmpty()) {
        throw e;
      }
      missing.add(what);
    }
  }

  Connection connection() {
    return memory;
  }

  /** What could not be rebuilt. */
  List<String> missing() {
    return missing;
  }

  @Override
  public void close() throws SQLException {
    memory.close();
  }
}
