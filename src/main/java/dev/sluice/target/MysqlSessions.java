package dev.sluice.target;

import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Says who other sessions are, without their SQL, which may hold row values. */
final class MysqlSessions {
  /** Without the PROCESS privilege an account sees its own sessions only. */
  static final String COLUMNS =
      """
      select p.id, p.user as username, p.host, null as application, lower(p.command) as state,
        p.time as state_seconds, timestampdiff(second, t.trx_started, now()) as trx_seconds
      from information_schema.processlist p
        left join information_schema.innodb_trx t on t.trx_mysql_thread_id = p.id
      """;

  private static final String COLUMNS_UNPRIVILEGED =
      """
      select p.id, p.user as username, p.host, null as application, lower(p.command) as state,
        p.time as state_seconds, null as trx_seconds
      from information_schema.processlist p
      """;

  private static final String WAITS =
      """
      select p.state from information_schema.processlist p where p.id = ? and p.command = 'Query'
        and p.state like 'Waiting for%lock'
      """;

  private static final String ROW_BLOCKERS_MYSQL =
      """
      where p.id in (select b.processlist_id from performance_schema.data_lock_waits w
        join performance_schema.threads a on a.thread_id = w.requesting_thread_id
        join performance_schema.threads b on b.thread_id = w.blocking_thread_id
        where a.processlist_id = ?) order by p.id
      """;

  private static final String TABLE_BLOCKERS_MYSQL =
      """
      where p.id in (select b.processlist_id from performance_schema.metadata_locks w
        join performance_schema.threads a on a.thread_id = w.owner_thread_id
        join performance_schema.metadata_locks h on h.object_type = w.object_type
          and h.object_schema = w.object_schema and h.object_name = w.object_name
          and h.lock_status = 'GRANTED' and h.owner_thread_id <> w.owner_thread_id
        join performance_schema.threads b on b.thread_id = h.owner_thread_id
        where w.lock_status = 'PENDING' and a.processlist_id = ?) order by p.id
      """;

  private static final String ROW_BLOCKERS_MARIADB =
      """
      where p.id in (select b.trx_mysql_thread_id from information_schema.innodb_lock_waits w
        join information_schema.innodb_trx a on a.trx_id = w.requesting_trx_id
        join information_schema.innodb_trx b on b.trx_id = w.blocking_trx_id
        where a.trx_mysql_thread_id = ?) order by p.id
      """;

  /**
   * Where MariaDB does not tell who holds a table's definition: whoever has a transaction open may.
   */
  private static final String TABLE_BLOCKERS_MARIADB =
      """
      where t.trx_mysql_thread_id is not null and p.id <> ? and exists (
        select 1 from information_schema.processlist w
        where w.id = ? and w.state like 'Waiting for table%') order by t.trx_started
      """;

  private static final int DENIED_TABLE = 1142;
  private static final int DENIED_PRIVILEGE = 1227;

  private MysqlSessions() {}

  static String words(Connection connection, long id) throws SQLException {
    List<String> found;
    try {
      found = list(connection, " where p.id = ?", id);
    } catch (SQLException e) {
      if (!denied(e)) {
        throw e;
      }
      found =
          Rows.list(
              connection,
              COLUMNS_UNPRIVILEGED + " where p.id = ?",
              r -> OtherSession.of(r).words(),
              id);
    }
    return found.isEmpty() ? "session " + id : found.get(0);
  }

  /** Who keeps a session waiting; when it waits and nobody is named, why that is so. */
  static List<String> blockers(Connection connection, Dialect dialect, long waiting)
      throws SQLException {
    String untold = "it does not tell";
    try {
      List<String> named =
          dialect == Dialect.MYSQL ? ofMysql(connection, waiting) : ofMariadb(connection, waiting);
      if (!named.isEmpty()) {
        return named;
      }
      untold = watchesLocks(connection) ? untold : "performance_schema does not watch locks there";
    } catch (SQLException e) {
      if (!denied(e)) {
        throw e;
      }
      untold = "the account lacks PROCESS, or SELECT on performance_schema";
    }
    return Rows.list(connection, WAITS, r -> r.getString(1), waiting).isEmpty()
        ? List.of()
        : List.of("a session that the server does not name: " + untold);
  }

  private static List<String> ofMysql(Connection connection, long waiting) throws SQLException {
    List<String> ofRows = list(connection, ROW_BLOCKERS_MYSQL, waiting);
    return ofRows.isEmpty() ? list(connection, TABLE_BLOCKERS_MYSQL, waiting) : ofRows;
  }

  /** Its performance_schema, off by default, knows the locks of tables as MySQL's does. */
  private static List<String> ofMariadb(Connection connection, long waiting) throws SQLException {
    List<String> ofRows = list(connection, ROW_BLOCKERS_MARIADB, waiting);
    if (!ofRows.isEmpty()) {
      return ofRows;
    }
    if (watchesLocks(connection)) {
      List<String> ofTables = list(connection, TABLE_BLOCKERS_MYSQL, waiting);
      if (!ofTables.isEmpty()) {
        return ofTables;
      }
    }
    List<String> suspects = list(connection, TABLE_BLOCKERS_MARIADB, waiting, waiting);
    return suspects.size() < 2
        ? suspects
        : List.of("one of these, MariaDB does not tell which: " + String.join("; ", suspects));
  }

  /** Whether {@code performance_schema.metadata_locks} is filled. */
  static boolean watchesLocks(Connection connection) throws SQLException {
    return !Rows.list(
            connection,
            "select 1 from performance_schema.setup_instruments"
                + " where name = 'wait/lock/metadata/sql/mdl' and enabled = 'YES'"
                + " and @@performance_schema = 1",
            r -> r.getInt(1))
        .isEmpty();
  }

  private static List<String> list(Connection connection, String where, Object... ids)
      throws SQLException {
    return Rows.list(connection, COLUMNS + where, r -> OtherSession.of(r).words(), ids);
  }

  static boolean denied(SQLException error) {
    return error.getErrorCode() == DENIED_TABLE || error.getErrorCode() == DENIED_PRIVILEGE;
  }
}
