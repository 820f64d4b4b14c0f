package dev.sluice.target;

import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a statement is: MySQL tells in performance_schema where its stages are watched (the
 * consumer {@code events_stages_current}, off by default), MariaDB in its list of processes; InnoDB
 * counts the rows that a transaction has changed. What is not watched or not ours to see is not
 * said.
 */
final class MysqlStages {
  private static final String WATCHED =
      """
      select replace(substring_index(e.event_name, '/', -1), '_', ' ') as what,
        coalesce(e.work_completed, 0) as done, coalesce(e.work_estimated, 0) as total,
        'units of work' as unit
      from performance_schema.events_stages_current e
        join performance_schema.threads t on t.thread_id = e.thread_id
      where t.processlist_id = ? and e.work_estimated > 0
      """;

  /** PROGRESS is the percentage of the stage that is under way. */
  private static final String MARIADB =
      """
      select concat(coalesce(state, ''), ', stage ', stage, ' of ', max_stage, ', ',
        round(progress, 1), ' %') from information_schema.processlist
      where id = ? and max_stage > 0
      """;

  private static final String STATE =
      """
      select state from information_schema.processlist
      where id = ? and command = 'Query' and state like 'cop%'
      """;

  private static final String CHANGED =
      """
      select '' as what, trx_rows_modified as done, 0 as total, 'rows changed' as unit
      from information_schema.innodb_trx where trx_mysql_thread_id = ?
      """;

  private MysqlStages() {}

  static Optional<String> of(Connection other, Dialect dialect, long running) throws SQLException {
    List<String> words = new ArrayList<>();
    if (dialect == Dialect.MARIADB) {
      words.addAll(Rows.list(other, MARIADB, r -> r.getString(1), running));
    } else {
      words.addAll(stages(other, WATCHED, running));
    }
    if (words.isEmpty()) {
      words.addAll(Rows.list(other, STATE, r -> r.getString(1), running));
    }
    words.addAll(stages(other, CHANGED, running));
    return Optional.of(String.join("; ", words)).filter(w -> !w.isEmpty());
  }

  private static List<String> stages(Connection other, String query, long running)
      throws SQLException {
    try {
      return Rows.list(other, query, Stage::of, running).stream()
          .flatMap(s -> s.words().stream())
          .toList();
    } catch (SQLException e) {
      if (MysqlSessions.denied(e)) {
        return List.of();
      }
      throw e;
    }
  }
}
