package dev.sluice.review.rules.security;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Functions that do something to the server. */
public final class BanDangerousFunction implements StatementRule {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sleep",
          "pg_sleep",
          "pg_sleep_for",
          "pg_sleep_until",
          "benchmark",
          "get_lock",
          "pg_advisory_lock",
          "pg_advisory_lock_shared",
          "pg_terminate_backend",
          "pg_cancel_backend",
          "pg_reload_conf",
          "pg_rotate_logfile",
          "pg_switch_wal",
          "pg_promote",
          "dblink_exec",
          "master_pos_wait",
          "pg_drop_replication_slot",
          "pg_stat_reset",
          "lo_unlink");

  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-dangerous-function",
          Severity.WARNING,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Scripts call no function that holds up or ends others",
          new Explanation(
              "A call of SLEEP, pg_sleep, BENCHMARK, GET_LOCK, pg_advisory_lock,"
                  + " pg_terminate_backend, pg_cancel_backend, pg_reload_conf, pg_switch_wal,"
                  + " dblink_exec and their like.",
              "The deployment waits with its locks held, sessions of others end, or the server"
                  + " changes beyond what a rollback takes back.",
              "Leave the call out, or let an administrator do it."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    return Call.in(Stretch.of(scene.statement())).stream()
        .filter(c -> FUNCTIONS.contains(c.function()))
        .map(c -> Problem.at(c.place(), "%s() acts on the server, not on data", c.function()))
        .toList();
  }
}
