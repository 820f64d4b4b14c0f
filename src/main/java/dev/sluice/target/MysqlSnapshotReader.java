package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Canonical text of a MySQL or MariaDB schema. The server writes the definitions; counters, owners
 * and the database's own name are taken out.
 */
final class MysqlSnapshotReader implements SnapshotReader {
  private static final int FORMAT = 1;

  /** A view that speaks of what is no longer there; access to the body denied. */
  private static final int INVALID_VIEW = 1356;

  private static final Pattern COUNTER =
      Pattern.compile("(?m)^(\\) ENGINE=\\S+.*?) AUTO_INCREMENT=\\d+");
  private static final Pattern DEFINER =
      Pattern.compile(" DEFINER=(`(?:[^`]|``)*`|\\S+?)(@(`(?:[^`]|``)*`|\\S+))?(?= )");

  private static final String DATABASE =
      """
      select concat('default character set ', default_character_set_name, ' collate ',
        default_collation_name)
      from information_schema.schemata where schema_name = database()
      """;

  private static final String OBJECTS =
      """
      select case when table_type like '%VIEW' then 'VIEW' when table_type = 'SEQUENCE'
          then 'SEQUENCE' else 'TABLE' end as kind, table_name as name
        from information_schema.tables where table_schema = database()
          and table_name not like '\\_sluice\\_%' and table_type not like '%TEMPORARY%'
      union all select routine_type, routine_name from information_schema.routines
        where routine_schema = database()
      union all select 'TRIGGER', trigger_name from information_schema.triggers
        where trigger_schema = database()
      union all select 'EVENT', event_name from information_schema.events
        where event_schema = database()
      """;

  private record Found(String kind, String name) {
    /** In which column of SHOW CREATE the definition is. */
    int column() {
      return switch (kind) {
        case "TABLE", "VIEW", "SEQUENCE" -> 2;
        case "EVENT" -> 4;
        default -> 3;
      };
    }

    /** Code remembers the mode it was written in. */
    boolean hasMode() {
      return column() > 2;
    }
  }

  @Override
  public Snapshot read(Connection connection) throws SQLException {
    return MysqlReading.transaction(connection, MysqlSnapshotReader::text);
  }

  private static Snapshot text(Connection connection) throws SQLException {
    CanonicalText text = new CanonicalText();
    String schema = Rows.text(connection, "select database()");
    text.add("DATABASE", Rows.text(connection, DATABASE));
    List<Found> objects =
        Rows.list(connection, OBJECTS, r -> new Found(r.getString("kind"), r.getString("name")));
    for (Found object : objects) {
      text.add(object.kind + " " + object.name, definition(connection, object, schema));
    }
    return text.snapshot(FORMAT, Rows.text(connection, "select version()"));
  }

  private static String definition(Connection connection, Found object, String schema)
      throws SQLException {
    String sql = "show create " + object.kind + " `" + object.name.replace("`", "``") + "`";
    try {
      String shown = Rows.list(connection, sql, r -> shown(r, object)).get(0);
      return normal(shown, object, schema);
    } catch (SQLException e) {
      if (e.getErrorCode() != INVALID_VIEW) {
        throw e;
      }
      return "(invalid: " + MysqlMask.values(MysqlErrors.words(e)) + ")";
    }
  }

  private static String shown(ResultSet row, Found object) throws SQLException {
    Optional<String> definition = Rows.optional(row, object.column());
    String mode = object.hasMode() ? "\nsql_mode '" + row.getString("sql_mode") + "'" : "";
    return definition.orElse("(this account may not see the definition)") + mode;
  }

  private static String normal(String definition, Found object, String schema) {
    return switch (object.kind) {
      case "TABLE", "SEQUENCE" -> COUNTER.matcher(definition).replaceFirst("$1");
      case "VIEW" -> withoutDefiner(definition).replace("`" + schema.replace("`", "``") + "`.", "");
      default -> withoutDefiner(definition);
    };
  }

  private static String withoutDefiner(String definition) {
    return DEFINER.matcher(definition).replaceFirst("");
  }
}
