package dev.sluice.deploy.executor;

import dev.sluice.change.Sha256;
import dev.sluice.sql.ObjectName;
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

/** What a server holds of an object: its definition as SHOW CREATE has it, its inner number. */
record MysqlObjects(Connection connection) {
  private static final Set<Integer> GONE = Set.of(1049, 1051, 1146, 1305, 1360, 1539, 4091);
  private static final int NO_PRIVILEGE = 1227;

  /** A hash over the definitions; empty when there is no such object. */
  Optional<String> definition(MysqlGoal goal) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (String written : names(goal)) {
      create(written).ifPresent(texts::add);
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(Sha256.of(String.join("\n", texts)));
  }

  private List<String> names(MysqlGoal goal) throws SQLException {
    Optional<String> schema = goal.name().schema();
    String sql =
        lookup(goal.kind()).formatted(schema.isPresent() ? "?" : "lower(database())")
            + " order by 1, 2";
    List<String> names = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int at = 1;
      if (schema.isPresent()) {
        query.setString(at++, schema.get());
      }
      query.setString(at, goal.name().name());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String owner = row.getString(1);
          names.add(
              row.getString(3)
                  + " "
                  + (owner == null ? "" : quoted(owner) + ".")
                  + quoted(row.getString(2)));
        }
      }
    }
    return names;
  }

  /** Schema and exact name, by the folded ones: on most servers {@code T} and {@code t} are two. */
  private static String lookup(MysqlGoal.Kind kind) {
    return switch (kind) {
      case RELATION ->
          "select table_schema, table_name, case when table_type = 'VIEW' then 'view'"
              + " when table_type = 'SEQUENCE' then 'sequence' else 'table' end"
              + " from information_schema.tables"
              + " where lower(table_schema) = %s and lower(table_name) = ?";
      case TRIGGER ->
          "select trigger_schema, trigger_name, 'trigger' from information_schema.triggers"
              + " where lower(trigger_schema) = %s and lower(trigger_name) = ?";
      case PROCEDURE -> routines("procedure");
      case FUNCTION -> routines("function");
      case EVENT ->
          "select event_schema, event_name, 'event' from information_schema.events"
              + " where lower(event_schema) = %s and lower(event_name) = ?";
      case DATABASE ->
          "select null, schema_name, 'database' from information_schema.schemata"
              + " where %s is not null and lower(schema_name) = ?";
    };
  }

  private static String routines(String type) {
    return "select routine_schema, routine_name, '"
        + type
        + "' from information_schema.routines"
        + " where lower(routine_schema) = %s and lower(routine_name) = ? and lower(routine_type) = '"
        + type
        + "'";
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** Every column of SHOW CREATE; that of a trigger tells when it was made. */
  private Optional<String> create(String kindAndName) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("show create " + kindAndName);
        ResultSet row = query.executeQuery()) {
      StringBuilder text = new StringBuilder();
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        for (int i = 1; i <= columns; i++) {
          text.append(row.getString(i)).append('\n');
        }
      }
      // rows that others insert move it
      return Optional.of(text.toString().replaceAll(" AUTO_INCREMENT=\\d+", ""));
    } catch (SQLException e) {
      if (GONE.contains(e.getErrorCode())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The numbers under which InnoDB keeps a table and its partitions; TRUNCATE and every rebuild
   * give new ones. Empty without the PROCESS privilege, and for names that InnoDB writes otherwise.
   */
  Optional<String> numbers(ObjectName table) throws SQLException {
    String schema = table.schema().orElse(Jdbc.first(connection, "select database()").orElse(""));
    String name = schema.toLowerCase(Locale.ROOT) + "/" + table.name();
    if (!name.matches("\\w+/\\w+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              Jdbc.column(
                      connection,
                      "select table_id from information_schema."
                          + (MysqlServer.of(connection).mariadb()
                              ? "innodb_sys_tables"
                              : "innodb_tables")
                          + " where substring_index(lower(name), '#p#', 1) = ? order by name",
                      name)
                  .stream()
                  .collect(Collectors.joining(",")))
          .filter(numbers -> !numbers.isEmpty());
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_PRIVILEGE) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
