package dev.sluice.target;

import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Says who other sessions are, without their SQL, which may hold row values. */
final class MysqlSessions {
  /** Without the PROCESS privilege an account sees its own sessions only. */
  private static final String WORDS =
      """
      select concat('session ', p.id, ' (', p.user, ', ', lower(p.command), ' for ', p.time, ' s',
        coalesce(concat(', in a transaction since ', t.trx_started), ''), ')')
      from information_schema.processlist p
        left join information_schema.innodb_trx t on t.trx_mysql_thread_id = p.id
      """;

  private static final String WORDS_UNPRIVILEGED =
      """
      select concat('session ', p.id, ' (', p.user, ', ', lower(p.command), ' for ', p.time, ' s)')
      from information_schema.processlist p
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

  /** MariaDB does not tell who holds a table's definition: whoever has a transaction open may. */
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
      found = Rows.list(connection, WORDS + " where p.id = ?", r -> r.getString(1), id);
    } catch (SQLException e) {
      if (!denied(e)) {
        throw e;
      }
      found =
          Rows.list(connection, WORDS_UNPRIVILEGED + " where p.id = ?", r -> r.getString(1), id);
    }
    return found.isEmpty() ? "session " + id : found.get(0);
  }

  /** Empty also when the account may not look. */
  static List<String> blockers(Connection connection, Dialect dialect, long waiting)
      throws SQLException {
    try {
      if (dialect == Dialect.MYSQL) {
        List<String> ofRows = list(connection, ROW_BLOCKERS_MYSQL, waiting);
        return ofRows.isEmpty() ? list(connection, TABLE_BLOCKERS_MYSQL, waiting) : ofRows;
      }
      List<String> ofRows = list(connection, ROW_BLOCKERS_MARIADB, waiting);
      return ofRows.isEmpty() ? list(connection, TABLE_BLOCKERS_MARIADB, waiting, waiting) : ofRows;
    } catch (SQLException e) {
      if (!denied(e)) {
        throw e;
      }
      return List.of();
    }
  }

  private static List<String> list(Connection connection, String where, Object... ids)
      throws SQLException {
    return Rows.list(connection, WORDS + where, r -> r.getString(1), ids);
  }

  private static boolean denied(SQLException error) {
    return error.getErrorCode() == DENIED_TABLE || error.getErrorCode() == DENIED_PRIVILEGE;
  }
}
