package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From pg_stat_activity, pg_locks and pg_stat_replication. */
final class PostgresqlLoad implements LoadReader {
  private static final String LACKS = "the account is no member of pg_read_all_stats";

  private static final String ON_TABLES =
      """
      , string_agg(distinct c.oid::regclass::text, ', ') as tables,
        upper(regexp_replace(replace(max(l.mode), 'Lock', ''), '(?<=[a-z])([A-Z])', ' \\1', 'g'))
          as mode
      from pg_stat_activity a join pg_locks l on l.pid = a.pid
        join pg_class c on c.oid = l.relation
      where l.database = (select oid from pg_database where datname = current_database())
        and a.pid <> pg_backend_pid() and a.backend_type = 'client backend'
        and c.relname = any(?)
      """;

  private static final String GROUPED =
      """
       group by a.pid, a.usename, a.client_addr, a.application_name, a.state, a.state_change,
        a.xact_start order by a.xact_start
      """;

  /** Flyway's key is its name in ASCII plus a hash of 32 bits, so that the upper half says it. */
  private static final String FLYWAY =
      """
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.classid::bigint between 18027 and 18029 and l.pid <> pg_backend_pid()
        and l.database = (select oid from pg_database where datname = current_database())
      """;

  private static final String REPACK =
      """
       from pg_stat_activity a where a.application_name = 'pg_repack'
        and a.datname = current_database()
      """;

  @Override
  public Measured<List<String>> longTransactions(
      Connection connection, Duration over, Set<String> tables) throws SQLException {
    List<String> found =
        Rows.list(
            connection,
            PostgresqlSessions.COLUMNS
                + ON_TABLES
                + " and l.granted and a.xact_start < clock_timestamp() - ? * interval '1 ms'"
                + GROUPED,
            r -> {
              OtherSession session = OtherSession.of(r);
              return "a transaction of "
                  + session.account()
                  + session.application().map(a -> " (" + a + ")").orElse("")
                  + " has been open for "
                  + Spans.words(session.transaction().orElse(over))
                  + " on "
                  + r.getString("tables");
            },
            connection.createArrayOf("text", tables.toArray()),
            over.toMillis());
    return found.isEmpty() && !seesAll(connection)
        ? new Measured.NotAllowed<>(LACKS)
        : Measured.of(found);
  }

  private static boolean seesAll(Connection connection) throws SQLException {
    return Rows.text(connection, "select pg_has_role('pg_read_all_stats', 'usage')::text")
        .equals("true");
  }

  /** A replica that has nothing to replay has no lag. */
  @Override
  public Measured<Duration> replicationLag(Connection connection) throws SQLException {
    boolean replicas =
        Rows.text(connection, "select (count(*) > 0)::text from pg_stat_replication")
            .equals("true");
    if (replicas && !seesAll(connection)) {
      return new Measured.NotAllowed<>(LACKS);
    }
    String millis =
        Rows.text(
            connection,
            "select coalesce((max(extract(epoch from replay_lag)) * 1000)::bigint, 0)::text"
                + " from pg_stat_replication");
    return Measured.of(Duration.ofMillis(Long.parseLong(millis)));
  }

  @Override
  public Measured<Long> freeConnections(Connection connection) throws SQLException {
    return Measured.of(
        Long.parseLong(
            Rows.text(
                connection,
                "select (current_setting('max_connections')::int"
                    + " - current_setting('superuser_reserved_connections')::int"
                    + " - count(*))::text from pg_stat_activity"
                    + " where backend_type = 'client backend'")));
  }

  @Override
  public Measured<Long> freeDisk(TargetSettings settings) {
    return new Measured.NotOffered<>();
  }

  @Override
  public Measured<List<String>> otherTools(Connection connection, Set<String> tables)
      throws SQLException {
    List<String> found =
        new ArrayList<>(
            Rows.list(
                connection,
                PostgresqlSessions.COLUMNS
                    + ON_TABLES
                    + " and l.mode in ('AccessExclusiveLock', 'ExclusiveLock',"
                    + " 'ShareRowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock')"
                    + GROUPED,
                r ->
                    OtherSession.of(r).words()
                        + " changes "
                        + r.getString("tables")
                        + " (lock "
                        + r.getString("mode")
                        + ")",
                connection.createArrayOf("text", tables.toArray())));
    found.addAll(sessions(connection, FLYWAY, "Flyway holds its lock: "));
    found.addAll(sessions(connection, REPACK, "pg_repack is at work: "));
    found.addAll(
        LiquibaseLock.held(connection, "to_regclass('databasechangeloglock') is not null"));
    return Measured.of(found);
  }

  private static List<String> sessions(Connection connection, String from, String what)
      throws SQLException {
    return Rows.list(
        connection, PostgresqlSessions.COLUMNS + from, r -> what + OtherSession.of(r).words());
  }
}
