package dev.sluice.target;

import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** From information_schema, and from performance_schema where that watches locks. */
record MysqlLoad(Dialect dialect) implements LoadReader {
  private static final String LACKS = "the account lacks PROCESS";

  private static final String LONG =
      """
       where p.id <> connection_id() and t.trx_started <= now() - interval ? second
      """;

  private static final String ON_TABLES =
      """
       and p.id in (select h.processlist_id from performance_schema.metadata_locks m
        join performance_schema.threads h on h.thread_id = m.owner_thread_id
        where m.lock_status = 'GRANTED' and m.object_type = 'TABLE'
          and m.object_schema = database() and lower(m.object_name) in (%s))
      """;

  private static final String RUNNING =
      """
       where p.id <> connection_id() and p.db = database() and p.command = 'Query'
        and lower(p.info) regexp '^[[:space:]]*(alter|optimize|repair|truncate|rename|create( unique)? index|drop (table|index))'
      """;

  private static final String GHOST =
      """
      select table_name from information_schema.tables
      where table_schema = database() and lower(table_name) in (%s)
      """;

  private static final String PT_OSC =
      """
      select distinct event_object_table from information_schema.triggers
      where trigger_schema = database() and trigger_name like 'pt\\_osc\\_%%'
        and lower(event_object_table) in (%s)
      """;

  private static final String FLYWAY =
      """
      select h.processlist_id from performance_schema.metadata_locks m
        join performance_schema.threads h on h.thread_id = m.owner_thread_id
      where m.object_type = 'USER LEVEL LOCK' and m.lock_status = 'GRANTED'
        and m.object_name like 'Flyway-%'
      """;

  @Override
  public Measured<List<String>> longTransactions(
      Connection connection, Duration over, Set<String> tables) throws SQLException {
    try {
      boolean told = MysqlSessions.watchesLocks(connection);
      String where =
          told
              ? LONG + ON_TABLES.formatted(marks(tables))
              : LONG + " and (p.db = database() or p.db is null)";
      List<Object> values = new ArrayList<>(List.of(over.toSeconds()));
      if (told) {
        values.addAll(tables);
      }
      String which = told ? "" : "; " + dialect.id() + " does not tell on which tables";
      return Measured.of(
          Rows.list(
              connection,
              MysqlSessions.COLUMNS + where + " order by t.trx_started",
              r -> words(OtherSession.of(r), over) + which,
              values.toArray()));
    } catch (SQLException e) {
      return denied(e);
    }
  }

  private static String words(OtherSession session, Duration over) {
    return "a transaction of "
        + session.account()
        + " has been open for "
        + Spans.words(session.transaction().orElse(over));
  }

  /** A MySQL server does not know how far its replicas are. */
  @Override
  public Measured<Duration> replicationLag(Connection connection) {
    return new Measured.NotOffered<>();
  }

  @Override
  public Measured<Long> freeConnections(Connection connection) throws SQLException {
    long most = Long.parseLong(Rows.text(connection, "select @@global.max_connections"));
    List<Long> used =
        Rows.plainList(
            connection, "show global status like 'Threads_connected'", r -> r.getLong(2));
    return Measured.of(most - used.get(0));
  }

  @Override
  public Measured<Long> freeDisk(TargetSettings settings) {
    return new Measured.NotOffered<>();
  }

  @Override
  public Measured<List<String>> otherTools(Connection connection, Set<String> tables)
      throws SQLException {
    try {
      List<String> found = new ArrayList<>(running(connection));
      found.addAll(ghost(connection, tables));
      found.addAll(
          Rows.list(
              connection,
              PT_OSC.formatted(marks(tables)),
              r -> "pt-online-schema-change has its triggers on " + r.getString(1),
              tables.toArray()));
      found.addAll(flyway(connection));
      found.addAll(
          LiquibaseLock.held(
              connection,
              "exists (select 1 from information_schema.tables where table_schema = database()"
                  + " and lower(table_name) = 'databasechangeloglock')"));
      return Measured.of(found);
    } catch (SQLException e) {
      return denied(e);
    }
  }

  private static List<String> running(Connection connection) throws SQLException {
    return Rows.list(
        connection,
        MysqlSessions.COLUMNS + RUNNING,
        r -> OtherSession.of(r).words() + " changes a definition");
  }

  private static List<String> ghost(Connection connection, Set<String> tables) throws SQLException {
    List<String> names =
        tables.stream().flatMap(t -> List.of("_" + t + "_gho", "_" + t + "_ghc").stream()).toList();
    return Rows.list(
        connection,
        GHOST.formatted(marks(names)),
        r -> "gh-ost is at work, or has left " + r.getString(1) + " behind",
        names.toArray());
  }

  private static List<String> flyway(Connection connection) throws SQLException {
    if (!MysqlSessions.watchesLocks(connection)) {
      return List.of();
    }
    return Rows.list(
        connection,
        FLYWAY,
        r -> "Flyway holds its lock: " + MysqlSessions.words(connection, r.getLong(1)));
  }

  private static String marks(Collection<String> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private static <T> Measured<T> denied(SQLException error) throws SQLException {
    if (MysqlSessions.denied(error)) {
      return new Measured.NotAllowed<>(LACKS);
    }
    throw error;
  }
}
