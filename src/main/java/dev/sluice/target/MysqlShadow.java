package dev.sluice.target;

import dev.sluice.target.Scratch.Definition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rebuilds a schema of MySQL or MariaDB in a database of its own on a scratch server, from what
 * SHOW CREATE says. Definers and grants are not copied, and neither are events: they would run.
 */
final class MysqlShadow {
  private static final Pattern DEFINER =
      Pattern.compile(" DEFINER=(`(?:[^`]|``)*`|\\S+?)(@(`(?:[^`]|``)*`|\\S+))?(?= )");

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
      order by 1, 2
      """;

  private static final String EVENTS =
      "select event_name from information_schema.events where event_schema = database()";

  private static final String POWERFUL =
      """
      select privilege_type from information_schema.user_privileges
      where privilege_type in ('FILE', 'SUPER', 'SHUTDOWN', 'CREATE USER')
        and replace(grantee, '''', '') = current_user() limit 1
      """;

  private static final String CHARSET =
      """
      select concat('character set ', default_character_set_name, ' collate ',
        default_collation_name) from information_schema.schemata where schema_name = database()
      """;

  private static final String LEFT_BEHIND =
      "select schema_name from information_schema.schemata"
          + " where schema_name like 'sluice\\_shadow\\_%'";

  private static final int LONGEST = 60_000;

  private final Connection original;
  private final ShadowSettings server;
  private final TargetEngine engine;
  private final long now = System.currentTimeMillis();

  MysqlShadow(Connection original, ShadowSettings server, TargetEngine engine) {
    this.original = original;
    this.server = server;
    this.engine = engine;
  }

  private record Found(String kind, String name) {
    boolean isCode() {
      return !kind.equals("TABLE") && !kind.equals("VIEW") && !kind.equals("SEQUENCE");
    }
  }

  Shadow make() throws SQLException {
    String name = Scratch.newName(now);
    String charset = Rows.text(original, CHARSET);
    try (Connection admin = open(Optional.of("information_schema"))) {
      List<String> powers = Rows.list(admin, POWERFUL, r -> r.getString(1));
      if (!powers.isEmpty()) {
        throw new SQLException(
            "the scratch server's account has the privilege " + powers.get(0), "28000");
      }
      for (String old : Rows.list(admin, LEFT_BEHIND, r -> r.getString(1))) {
        if (Scratch.leftBehind(old, now)) {
          Rows.execute(admin, "drop database if exists " + old);
        }
      }
      Rows.execute(admin, "create database " + name + " " + charset);
    }
    try {
      return filled(name);
    } catch (SQLException | RuntimeException e) {
      drop(name);
      throw e;
    }
  }

  private Shadow filled(String name) throws SQLException {
    Connection connection = open(Optional.of(name));
    try {
      connection.setNetworkTimeout(Runnable::run, LONGEST); // MySQL itself limits queries only
      String mode = Rows.text(connection, "select @@session.sql_mode");
      Rows.execute(connection, "set session foreign_key_checks = 0");
      List<String> missing = new ArrayList<>();
      List<Found> objects =
          Rows.list(original, OBJECTS, r -> new Found(r.getString(1), r.getString(2)));
      missing.addAll(Scratch.make(connection, definitions(objects, false)));
      missing.addAll(code(connection, objects));
      Rows.list(original, EVENTS, r -> r.getString(1)).forEach(e -> missing.add("event " + e));
      Rows.execute(connection, "set session foreign_key_checks = 1");
      Rows.execute(connection, "set session sql_mode = '" + mode + "'");
      return new Shadow(
          engine,
          connection,
          missing,
          () -> {
            connection.close();
            drop(name);
          });
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private List<Definition> definitions(List<Found> objects, boolean code) throws SQLException {
    String schema = "`" + Rows.text(original, "select database()").replace("`", "``") + "`.";
    List<Definition> definitions = new ArrayList<>();
    for (Found object : objects) {
      if (object.isCode() == code) {
        definitions.add(new Definition(words(object), shown(object, 2).replace(schema, "")));
      }
    }
    return definitions;
  }

  /** Each remembers the mode that it was written in. */
  private List<String> code(Connection connection, List<Found> objects) throws SQLException {
    List<String> missing = new ArrayList<>();
    for (Found object : objects) {
      if (object.isCode()) {
        String mode =
            Rows.list(original, show(object), r -> String.valueOf(r.getString("sql_mode"))).get(0);
        Rows.execute(connection, "set session sql_mode = '" + mode + "'");
        missing.addAll(
            Scratch.make(connection, List.of(new Definition(words(object), shown(object, 3)))));
      }
    }
    return missing;
  }

  private static String words(Found object) {
    return object.kind.toLowerCase(Locale.ROOT) + " " + object.name;
  }

  private static String show(Found object) {
    return "show create " + object.kind + " `" + object.name.replace("`", "``") + "`";
  }

  private String shown(Found object, int column) throws SQLException {
    String text = Rows.list(original, show(object), (ResultSet r) -> text(r, column)).get(0);
    return DEFINER.matcher(text).replaceFirst("");
  }

  /** NULL where the account may not see it; that fails, and is told as missing. */
  private static String text(ResultSet row, int column) throws SQLException {
    return Rows.optional(row, column).orElse("");
  }

  private Connection open(Optional<String> database) throws SQLException {
    return engine.openForDeploy(Scratch.into(server, database), "shadow");
  }

  private void drop(String name) throws SQLException {
    try (Connection admin = open(Optional.of("information_schema"))) {
      Rows.execute(admin, "drop database if exists " + name);
    }
  }
}
