package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Says who other sessions are, without their SQL, which may hold row values. */
final class PostgresqlSessions {
  /** Of other roles' sessions an account without pg_read_all_stats sees only that they are. */
  static final String COLUMNS =
      """
      select a.pid as id, coalesce(a.usename, 'system') as username,
        host(a.client_addr) as host, a.application_name as application, a.state,
        extract(epoch from clock_timestamp() - a.state_change)::bigint as state_seconds,
        extract(epoch from clock_timestamp() - a.xact_start)::bigint as trx_seconds
      """;

  private PostgresqlSessions() {}

  static List<String> blockers(Connection connection, int waiting) throws SQLException {
    return Rows.list(
        connection,
        COLUMNS
            + " from unnest(pg_blocking_pids(?)) b join pg_stat_activity a on a.pid = b order by 1",
        r -> OtherSession.of(r).words(),
        waiting);
  }

  static List<String> holdersOfAdvisoryLock(Connection connection, int first, int second)
      throws SQLException {
    return Rows.list(
        connection,
        COLUMNS
            + """
             from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2
              and l.database = (select oid from pg_database where datname = current_database())
              and l.classid = ?::bigint::oid and l.objid = ?::bigint::oid
            """,
        r -> OtherSession.of(r).words(),
        Integer.toUnsignedLong(first),
        Integer.toUnsignedLong(second));
  }

  /** Of tables and views of people; what only reads is left out. */
  static List<String> heldLocks(Connection connection) throws SQLException {
    return Rows.list(
        connection,
        """
        select distinct upper(regexp_replace(regexp_replace(l.mode, 'Lock$', ''),
            '(?<=[a-z])([A-Z])', ' \\1', 'g')) || ' on ' || c.oid::regclass
        from pg_locks l join pg_class c on c.oid = l.relation
          join pg_namespace n on n.oid = c.relnamespace
        where l.pid = pg_backend_pid() and l.granted and l.mode <> 'AccessShareLock'
          and c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname !~ '^pg_'
          and n.nspname <> 'information_schema'
        order by 1
        """,
        r -> r.getString(1));
  }
}
