package dev.sluice.deploy.executor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tool has beside a table while it works: gh-ost its copy and its log,
 * pt-online-schema-change its copy and three triggers, which it leaves when it is interrupted.
 */
record OnlineLeftovers(Connection connection, String database, String table) {

  /** The statements that take it away, in the order in which no writer fails meanwhile. */
  List<String> all() throws SQLException {
    List<String> drops = new ArrayList<>();
    for (String trigger :
        Jdbc.column(
            connection,
            "select trigger_name from information_schema.triggers where event_object_schema = ?"
                + " and event_object_table = ? and trigger_name like 'pt\\_osc\\_%'",
            database,
            table)) {
      drops.add("DROP TRIGGER " + quoted(database) + "." + quoted(trigger));
    }
    for (String copy :
        Jdbc.column(
            connection,
            "select table_name from information_schema.tables where table_schema = ? and"
                + " table_name in (?, ?, ?, ?)",
            database,
            "_" + table + "_new",
            "__" + table + "_new",
            "_" + table + "_gho",
            "_" + table + "_ghc")) {
      drops.add("DROP TABLE " + quoted(database) + "." + quoted(copy));
    }
    return drops;
  }

  /** There was nothing before our run began, so that all of it is of our run. */
  void clear() throws SQLException {
    for (String drop : all()) {
      Jdbc.execute(connection, drop);
    }
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
