package dev.sluice.review.impact;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a statement really took on a PostgreSQL server: run in a transaction that is rolled back.
 *
 * @param locks of tables and materialized views that were there before, by name, each with its
 *     strongest mode; nothing weaker than SHARE UPDATE EXCLUSIVE
 */
record MeasuredLocks(Map<String, PostgresLock> locks, Map<String, Work> work) {
  /** Tables are known by their oid: a statement may rename them. */
  private static final String TABLES =
      """
      select c.oid::bigint as oid, c.relname as name, c.relfilenode::bigint as file,
        pg_relation_size(c.oid) as bytes,
        coalesce(pg_stat_get_xact_numscans(c.oid), 0) as scans,
        (select coalesce(sum(pg_relation_filenode(i.indexrelid)::bigint), 0)
          from pg_index i where i.indrelid = c.oid) as index_files
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'v')
      """;

  static MeasuredLocks of(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      Map<Long, State> before = states(statement);
      statement.execute(sql);
      Map<Long, String> names = new HashMap<>();
      before.forEach((oid, state) -> names.put(oid, state.name));
      Map<String, PostgresLock> locks = locks(statement, names, "pg_backend_pid()", true);
      Map<Long, State> after = states(statement);
      Map<String, Work> work = new TreeMap<>();
      before.forEach((oid, state) -> work.put(state.name, work(state, after.get(oid))));
      return new MeasuredLocks(locks, work);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** The lock for which another session waits. */
  static Map<String, PostgresLock> awaited(Connection connection, int pid) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return locks(statement, names(statement), String.valueOf(pid), false);
    }
  }

  /** Without looking into the tables, which may be locked. */
  private static Map<Long, String> names(Statement statement) throws SQLException {
    Map<Long, String> names = new HashMap<>();
    String query = "select oid::bigint, relname from pg_class where relkind in ('r', 'p')";
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.put(rows.getLong(1), rows.getString(2));
      }
    }
    return names;
  }

  private static Work work(State before, @Nullable State after) {
    if (after == null || before.equals(after)) {
      return Work.INSTANT;
    }
    if (before.file != after.file) {
      return after.bytes == 0 ? Work.INSTANT : Work.REWRITE;
    }
    // an index that goes changes the sum too, but is not read
    boolean scanned = after.scans > before.scans;
    return !scanned
        ? Work.INSTANT
        : before.indexFiles != after.indexFiles ? Work.INDEX_BUILD : Work.SCAN;
  }

  private static Map<Long, State> states(Statement statement) throws SQLException {
    Map<Long, State> states = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        states.put(
            rows.getLong("oid"),
            new State(
                rows.getString("name"),
                rows.getLong("file"),
                rows.getLong("bytes"),
                rows.getLong("scans"),
                rows.getLong("index_files")));
      }
    }
    return states;
  }

  private static Map<String, PostgresLock> locks(
      Statement statement, Map<Long, String> tables, String pid, boolean granted)
      throws SQLException {
    Map<String, PostgresLock> locks = new TreeMap<>();
    String held =
        """
        select l.relation::bigint as oid, l.mode as mode from pg_locks l
        where l.pid = %s and l.locktype = 'relation' and l.granted = %s
        """
            .formatted(pid, granted);
    try (ResultSet rows = statement.executeQuery(held)) {
      while (rows.next()) {
        String table = tables.get(rows.getLong("oid"));
        PostgresLock lock = mode(rows.getString("mode"));
        if (table != null && lock.compareTo(PostgresLock.SHARE_UPDATE_EXCLUSIVE) >= 0) {
          locks.merge(table, lock, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
      }
    }
    return locks;
  }

  /** {@code ShareUpdateExclusiveLock} as pg_locks has it. */
  private static PostgresLock mode(String text) {
    String words = text.replaceFirst("Lock$", "").replaceAll("(?<!^)(?=[A-Z])", "_");
    return PostgresLock.valueOf(words.toUpperCase(Locale.ROOT));
  }

  private record State(String name, long file, long bytes, long scans, long indexFiles) {}
}
