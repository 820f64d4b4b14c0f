package dev.sluice.target;

import dev.sluice.catalog.Size;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Sizes as far as SQLite tells them: counted in a small file, in a big one from ANALYZE. A table is
 * not bigger than its file, which is all that is said about bytes.
 */
record SqliteSizes(long fileBytes, Map<String, Long> analysed) {
  private static final long SMALL = 64L << 20;

  static SqliteSizes read(Connection connection) throws SQLException {
    long bytes =
        Long.parseLong(
            Rows.text(
                connection,
                "select page_count * page_size from pragma_page_count, pragma_page_size"));
    boolean analysed =
        Rows.text(connection, "select count(*) from sqlite_master where name = 'sqlite_stat1'")
            .equals("1");
    return new SqliteSizes(bytes, analysed ? analysed(connection) : Map.of());
  }

  private static Map<String, Long> analysed(Connection connection) throws SQLException {
    record Stat(String table, long rows) {}
    List<Stat> stats =
        Rows.list(
            connection,
            "select tbl, cast(stat as integer) from sqlite_stat1 where stat is not null",
            r -> new Stat(r.getString(1), r.getLong(2)));
    return stats.stream().collect(Collectors.toMap(Stat::table, Stat::rows, Math::max));
  }

  Size of(Connection connection, String table) throws SQLException {
    if (fileBytes > SMALL) {
      Long rows = analysed.get(table);
      return new Size(
          rows == null ? OptionalLong.empty() : OptionalLong.of(rows), OptionalLong.empty());
    }
    String quoted = '"' + table.replace("\"", "\"\"") + '"';
    long rows = Long.parseLong(Rows.text(connection, "select count(*) from " + quoted));
    return Size.of(rows, fileBytes);
  }
}
