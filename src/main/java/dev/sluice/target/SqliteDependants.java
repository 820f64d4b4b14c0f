package dev.sluice.target;

import dev.sluice.probe.Dependant;
import dev.sluice.probe.Dependant.Fate;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.probe.Probe.Dependants;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What hangs on a table of SQLite: tried on a copy of the schema in memory. The library reads the
 * whole schema anew at each ALTER TABLE and names one object after the other that does not fit any
 * more; what it named is dropped there, until nothing is left.
 */
final class SqliteDependants {
  private static final Pattern ERROR =
      Pattern.compile("(?s).*error in (index|view|trigger|table) (.+?)(?: after [a-z ]+)?: .*");

  /** Someone else's table, whose new name makes the library look through everything. */
  private static final String PROBE = "sluice probe";

  private static final int MOST = 100;

  private static final String KEYS =
      """
      select distinct t.name from pragma_table_list t, pragma_foreign_key_list(t.name) k
      where t.schema = 'main' and t.type = 'table' and lower(k."table") = lower(?)
        and lower(t.name) <> lower(?)
      """;

  private static final String OWN_KEYS =
      "select id from pragma_foreign_key_list(?) where lower(\"from\") = lower(?)";

  private static final String TRIGGERS =
      "select name, tbl_name from sqlite_master where type = 'trigger' order by name";

  private final Connection connection;
  private final List<Dependant> found = new ArrayList<>();

  SqliteDependants(Connection connection) {
    this.connection = connection;
  }

  List<Dependant> of(Dependants probe) throws SQLException {
    if (probe.deed() != Deed.DROP) { // it rewrites what speaks of the old name, and knows no types
      return List.of();
    }
    try (SqliteCopy copy = SqliteCopy.of(connection)) {
      Rows.execute(copy.connection(), "pragma foreign_keys = false");
      Rows.execute(copy.connection(), "create table " + quoted(PROBE) + " (a)");
      String table = quoted(probe.object().name());
      look(copy.connection()); // what was broken before stays out
      found.clear();
      if (probe.column().isPresent()) {
        Set<Dependant> brokenBefore = brokenTriggers(copy.connection());
        drop(copy.connection(), table, probe.column().get());
        Set<Dependant> broken = brokenTriggers(copy.connection());
        broken.removeAll(brokenBefore);
        found.addAll(broken);
      } else {
        Rows.execute(copy.connection(), "drop table " + table);
        look(copy.connection());
      }
    }
    keys(probe.object().name(), probe.column());
    return List.copyOf(found);
  }

  private void drop(Connection memory, String table, String column) throws SQLException {
    String sql = "alter table " + table + " drop column " + quoted(column);
    for (int i = 0; i < MOST; i++) {
      Optional<String> error = error(memory, sql);
      if (error.isEmpty() || !named(memory, error.get(), Fate.REFUSES)) {
        return;
      }
    }
  }

  private void look(Connection memory) throws SQLException {
    for (int i = 0; i < MOST; i++) {
      Optional<String> error =
          error(memory, "alter table " + quoted(PROBE) + " rename to " + quoted(PROBE + i));
      if (error.isEmpty()) {
        Rows.execute(memory, "alter table " + quoted(PROBE + i) + " rename to " + quoted(PROBE));
        return;
      }
      if (!named(memory, error.get(), Fate.BREAKS)) {
        return;
      }
    }
  }

  /** What a trigger writes the library looks at only when it fires. */
  private static Set<Dependant> brokenTriggers(Connection memory) throws SQLException {
    record Trigger(String name, String table) {}
    Set<Dependant> broken = new LinkedHashSet<>();
    for (Trigger trigger :
        Rows.list(memory, TRIGGERS, r -> new Trigger(r.getString(1), r.getString(2)))) {
      List<String> with = firing(memory, trigger.table);
      if (!with.isEmpty()) {
        Rows.execute(memory, "savepoint without");
        Rows.execute(memory, "drop trigger " + quoted(trigger.name));
        with.removeAll(firing(memory, trigger.table));
        Rows.execute(memory, "rollback to without");
        Rows.execute(memory, "release without");
      }
      if (!with.isEmpty()) {
        broken.add(Dependant.of("trigger", ObjectName.of(trigger.name), Fate.BREAKS));
      }
    }
    return broken;
  }

  /** What is wrong with changing the table in any way. */
  private static List<String> firing(Connection memory, String table) throws SQLException {
    List<String> columns =
        Rows.list(memory, "select name from pragma_table_info(?)", r -> r.getString(1), table);
    String column = quoted(columns.isEmpty() ? "" : columns.get(0));
    String name = quoted(table);
    List<String> errors = new ArrayList<>();
    error(memory, "explain insert into " + name + " default values").ifPresent(errors::add);
    error(memory, "explain delete from " + name).ifPresent(errors::add);
    error(memory, "explain update " + name + " set " + column + " = " + column)
        .ifPresent(errors::add);
    return errors;
  }

  private static Optional<String> error(Connection memory, String sql) {
    try {
      Rows.execute(memory, sql);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Whether the library named something, which is gone now. */
  private boolean named(Connection memory, String error, Fate fate) throws SQLException {
    Matcher matcher = ERROR.matcher(error.replaceFirst("\\)\\s*$", ""));
    if (!matcher.matches()) {
      return false;
    }
    String kind = matcher.group(1);
    String name = matcher.group(2);
    if (kind.equals("table")) { // a key, a check, a generated column: nothing to take away
      found.add(Dependant.of("definition", name, ObjectName.of(name), fate));
      return false;
    }
    found.add(Dependant.of(kind, ObjectName.of(name), fate));
    Rows.execute(memory, "drop " + kind + " " + quoted(name));
    return true;
  }

  /** It does not look at foreign keys before a row is written. */
  private void keys(String table, Optional<String> column) throws SQLException {
    if (column.isEmpty()) {
      Rows.list(connection, KEYS, r -> r.getString(1), table, table)
          .forEach(t -> found.add(Dependant.of("foreign key", t, ObjectName.of(t), Fate.BREAKS)));
    } else if (!Rows.list(connection, OWN_KEYS, r -> r.getInt(1), table, column.get()).isEmpty()) {
      found.add(Dependant.of("foreign key", column.get(), ObjectName.of(table), Fate.REFUSES));
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
