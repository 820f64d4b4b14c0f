package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.deploy.executor.Traces.Trace;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * REINDEX CONCURRENTLY builds each index anew beside the old one, then swaps their names and drops
 * the old one; broken off, it leaves the one or the other, INVALID (manual, REINDEX). It may be
 * repeated without harm.
 */
final class PostgresqlReindex {
  private PostgresqlReindex() {}

  static boolean is(Step step) {
    return step.statement().tokens().get(0).is("REINDEX");
  }

  /** The oid of the index, if it is about one, then what others have left before us. */
  static String before(Connection connection, Step step) throws SQLException {
    return index(connection, step) + ";" + String.join(",", leftovers(connection, step, "oid"));
  }

  static Trace find(Connection connection, Step step, String before) throws SQLException {
    String index = before.substring(0, before.indexOf(';'));
    List<String> known = Arrays.asList(before.substring(index.length() + 1).split(","));
    List<String> oids = leftovers(connection, step, "oid");
    List<String> fresh = oids.stream().filter(oid -> !known.contains(oid)).toList();
    if (!fresh.isEmpty()) {
      List<String> names = leftovers(connection, step, "oid::regclass");
      return new Trace(
          Trace.Kind.LEFTOVER, fresh.stream().map(oids::indexOf).map(names::get).toList());
    }
    boolean swapped = !index.isEmpty() && !index(connection, step).equals(index);
    return Trace.of(swapped ? Trace.Kind.DONE : Trace.Kind.NOT_RUN);
  }

  private static String index(Connection connection, Step step) throws SQLException {
    ObjectName name = name(step, "INDEX");
    return Jdbc.first(
            connection,
            "select to_regclass(" + PostgresqlTraces.NAME + ")::oid",
            name.schema().orElse(""),
            name.name())
        .filter(oid -> !oid.equals("null"))
        .orElse("");
  }

  /** Of the table in question; one that somebody is building now is none. */
  private static List<String> leftovers(Connection connection, Step step, String column)
      throws SQLException {
    ObjectName index = name(step, "INDEX");
    ObjectName table = name(step, "TABLE");
    return Jdbc.column(
        connection,
        "select "
            + column
            + " from pg_index join pg_class on oid = indexrelid"
            + " where not indisvalid and relname ~ '_cc(new|old)[0-9]*$'"
            + " and indrelid in (to_regclass("
            + PostgresqlTraces.NAME
            + "), (select indrelid from pg_index where indexrelid = to_regclass("
            + PostgresqlTraces.NAME
            + "))) and oid not in (select index_relid from pg_stat_progress_create_index)"
            + " order by oid",
        table.schema().orElse(""),
        table.name(),
        index.schema().orElse(""),
        index.name());
  }

  /** The name when the statement is about such an object, else one that nothing has. */
  private static ObjectName name(Step step, String objectType) {
    return step.statement().actions().stream()
        .filter(Action.OtherDdl.class::isInstance)
        .map(Action.OtherDdl.class::cast)
        .filter(ddl -> ddl.objectType().equals(objectType))
        .findFirst()
        .flatMap(Action.OtherDdl::name)
        .orElse(ObjectName.of(""));
  }
}
