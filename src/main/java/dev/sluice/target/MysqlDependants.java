package dev.sluice.target;

import dev.sluice.probe.Dependant;
import dev.sluice.probe.Dependant.Fate;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.probe.Probe.Dependants;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What hangs on a table of MySQL or MariaDB. The server knows its foreign keys only; views it keeps
 * as text in one form, with every name in backquotes, and the text of triggers and routines is as
 * their authors wrote it. Names are compared without regard to case.
 */
final class MysqlDependants {
  private static final String KEYS =
      """
      select constraint_name, table_name, column_name, referenced_table_name,
        referenced_column_name
      from information_schema.key_column_usage
      where table_schema = database() and referenced_table_name is not null
        and (table_name = ? or referenced_table_schema = database() and referenced_table_name = ?)
      order by constraint_name, ordinal_position
      """;

  private static final String VIEWS =
      "select table_name, view_definition from information_schema.views"
          + " where table_schema = database() order by table_name";

  private static final String GENERATED =
      """
      select column_name, generation_expression from information_schema.columns
      where table_schema = database() and table_name = ? and generation_expression <> ''
      """;

  private static final String TRIGGERS =
      """
      select trigger_name, event_object_table, action_statement from information_schema.triggers
      where trigger_schema = database() order by trigger_name
      """;

  private static final String ROUTINES =
      """
      select lower(routine_type), routine_name, routine_definition
      from information_schema.routines where routine_schema = database()
      union all select 'event', event_name, event_definition
      from information_schema.events where event_schema = database() order by 2
      """;

  private static final Pattern COMMENT = Pattern.compile("(?m)--\\s.*$|#.*$|(?s)/\\*.*?\\*/");

  private final Connection connection;
  private final Map<String, Dependant> found = new LinkedHashMap<>();

  MysqlDependants(Connection connection) {
    this.connection = connection;
  }

  List<Dependant> of(Dependants probe) throws SQLException {
    String table = probe.object().name();
    keys(table, probe);
    if (probe.deed() == Deed.RETYPE) {
      return List.copyOf(found.values());
    }
    if (probe.column().isPresent()) {
      generated(table, probe.column().get());
    }
    views(table, probe.column());
    triggers(table, probe);
    routines(table, probe.column());
    return List.copyOf(found.values());
  }

  /** A name that changes they follow. */
  private void keys(String table, Dependants probe) throws SQLException {
    if (probe.deed() == Deed.RENAME) {
      return;
    }
    record Key(String name, String table, String column, String parent, String parentColumn) {}
    for (Key key :
        Rows.list(
            connection,
            KEYS,
            r ->
                new Key(
                    r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5)),
            table,
            table)) {
      boolean own = key.table.equalsIgnoreCase(table);
      boolean parent = key.parent.equalsIgnoreCase(table);
      boolean concerned =
          probe
              .column()
              .map(
                  c ->
                      (own && key.column.equalsIgnoreCase(c))
                          || (parent && key.parentColumn.equalsIgnoreCase(c)))
              .orElse(parent && !own);
      if (concerned) {
        add(Dependant.of("foreign key", key.name, ObjectName.of(key.table), Fate.REFUSES));
      }
    }
  }

  private void generated(String table, String column) throws SQLException {
    record Generated(String name, String expression) {}
    for (Generated one :
        Rows.list(
            connection, GENERATED, r -> new Generated(r.getString(1), r.getString(2)), table)) {
      if (quoted(column).matcher(one.expression).find()) {
        add(Dependant.of("generated column", one.name, ObjectName.of(table), Fate.REFUSES));
      }
    }
  }

  private record Text(String kind, String name, String on, String body) {}

  /** A view over such a view fails as well. */
  private void views(String table, Optional<String> column) throws SQLException {
    List<Text> views =
        Rows.list(
            connection,
            VIEWS,
            r -> new Text("view", r.getString(1), "", Rows.optional(r, 2).orElse("")));
    for (Text view : views) {
      if (column.map(c -> reads(view.body, table, c)).orElse(reads(view.body, table))) {
        addView(view, views);
      }
    }
  }

  private void addView(Text view, List<Text> views) {
    if (add(Dependant.of("view", ObjectName.of(view.name), Fate.BREAKS))) {
      views.stream().filter(v -> reads(v.body, view.name)).forEach(v -> addView(v, views));
    }
  }

  private static boolean reads(String view, String table) {
    return Pattern.compile("\\.`" + escaped(table) + "`(?!\\.)", Pattern.CASE_INSENSITIVE)
        .matcher(view)
        .find();
  }

  /** Each column stands behind the name or alias of its table. */
  private static boolean reads(String view, String table, String column) {
    Matcher alias =
        Pattern.compile(
                "\\.`" + escaped(table) + "`(?!\\.)(?: `((?:[^`]|``)*)`)?",
                Pattern.CASE_INSENSITIVE)
            .matcher(view);
    while (alias.find()) {
      String name = alias.group(1) == null ? escaped(table) : Pattern.quote(alias.group(1));
      if (Pattern.compile("`" + name + "`\\.`" + escaped(column) + "`", Pattern.CASE_INSENSITIVE)
          .matcher(view)
          .find()) {
        return true;
      }
    }
    return false;
  }

  /** Those of the table itself are dropped and renamed with it. */
  private void triggers(String table, Dependants probe) throws SQLException {
    List<Text> triggers =
        Rows.list(
            connection,
            TRIGGERS,
            r ->
                new Text(
                    "trigger", r.getString(1), r.getString(2), Rows.optional(r, 3).orElse("")));
    for (Text trigger : triggers) {
      boolean own = trigger.on.equalsIgnoreCase(table);
      boolean names =
          probe
              .column()
              .map(c -> (own || word(table, trigger.body)) && word(c, trigger.body))
              .orElse(!own && word(table, trigger.body));
      if (names) {
        add(
            Dependant.of(
                "trigger",
                trigger.name.toLowerCase(Locale.ROOT),
                ObjectName.of(trigger.on.toLowerCase(Locale.ROOT)),
                Fate.MAY_BREAK));
      }
    }
  }

  private void routines(String table, Optional<String> column) throws SQLException {
    List<Text> routines =
        Rows.list(
            connection,
            ROUTINES,
            r -> new Text(r.getString(1), r.getString(2), "", Rows.optional(r, 3).orElse("")));
    for (Text routine : routines) {
      if (word(table, routine.body) && word(column.orElse(table), routine.body)) {
        add(Dependant.of(routine.kind, ObjectName.of(routine.name), Fate.MAY_BREAK));
      }
    }
  }

  private static boolean word(String name, String body) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
        .matcher(COMMENT.matcher(body).replaceAll(" "))
        .find();
  }

  private static Pattern quoted(String name) {
    return Pattern.compile("`" + escaped(name) + "`", Pattern.CASE_INSENSITIVE);
  }

  private static String escaped(String name) {
    return Pattern.quote(name.replace("`", "``"));
  }

  private boolean add(Dependant dependant) {
    return found.putIfAbsent(dependant.toString(), dependant) == null;
  }
}
