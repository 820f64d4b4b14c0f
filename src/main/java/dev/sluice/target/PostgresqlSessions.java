package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Says who other sessions are, without their SQL, which may hold row values. */
final class PostgresqlSessions {
  private static final String WORDS =
      """
      format('session %s (%s%s%s%s)', a.pid, coalesce(a.usename, 'system'),
        case when a.application_name = '' then '' else ', ' || a.application_name end,
        coalesce(', ' || a.state, ''),
        coalesce(', in a transaction since ' || to_char(a.xact_start, 'HH24:MI:SS'), ''))
      """;

  private PostgresqlSessions() {}

  static List<String> blockers(Connection connection, int waiting) throws SQLException {
    return Rows.list(
        connection,
        "select "
            + WORDS
            + " from unnest(pg_blocking_pids(?)) b join pg_stat_activity a on a.pid = b order by 1",
        r -> r.getString(1),
        waiting);
  }

  static List<String> holdersOfAdvisoryLock(Connection connection, int first, int second)
      throws SQLException {
    return Rows.list(
        connection,
        "select "
            + WORDS
            + """
             from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2
              and l.database = (select oid from pg_database where datname = current_database())
              and l.classid = ?::bigint::oid and l.objid = ?::bigint::oid
            """,
        r -> r.getString(1),
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
