package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rig.states;
import static dev.sluice.deploy.executor.Rollouts.retry;
import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepState;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A statement in flight on a real server: seen, stopped, tried again. */
@ParameterizedClass
@EnumSource(names = {"POSTGRESQL", "MYSQL", "MARIADB"})
final class FlightTest {
  private static final Rollout ALTER = rollout(script("V2__x.sql", "alter table t add m int"));

  private final Dialect dialect;
  private final TestDatabase database;
  private final Rig rig;

  FlightTest(Dialect dialect) {
    this.dialect = dialect;
    this.database = EmbeddedDatabases.of(dialect, Path.of(""));
    this.rig = new Rig(database, dialect, Rig.waiting(Duration.ofSeconds(40), database.settings()));
  }

  @BeforeEach
  void createTable() {
    database.execute(
        "create table t(id int primary key, n int not null)",
        "insert into t values (1, 0), (2, 0), (3, 0), (4, 0)");
  }

  @Test
  void whileItWaitsForALockPeopleSeeForWhomAndMayCancel() throws SQLException {
    try (Connection blocker = reader()) {
      rig.journal.onSeen(
          seen -> {
            if (!seen.blockers().isEmpty()) {
              rig.cancellation.request("lin");
            }
          });
      assertThat(((Cancelled) rig.run(ALTER)).by()).isEqualTo("lin");
      blocker.rollback();
    }
    assertThat(rig.journal.seen())
        .last()
        .satisfies(
            seen -> {
              assertThat(seen.statement()).isEqualTo("alter table t add m int");
              assertThat(seen.blockers())
                  .singleElement()
                  .asString()
                  .contains(database.username(), "127.0.0.1", "in a transaction for ");
            });
    assertThat(rig.run(retry(ALTER))).as("the wish is used up").isInstanceOf(Cancelled.class);
    assertThat(new Rig(database, dialect).run(retry(retry(ALTER)))).isInstanceOf(Succeeded.class);
  }

  @Test
  void aWishFromAnotherProcessIsHeardWhileTheStatementWaits() throws SQLException {
    try (Connection blocker = reader()) {
      rig.journal.onRecord(
          s -> {
            if (s.state() == StepState.STARTED) {
              rig.journal.cancelledElsewhere = "olga";
            }
          });
      assertThat(((Cancelled) rig.run(ALTER)).by()).isEqualTo("olga");
      blocker.rollback();
    }
  }

  @Test
  void cancelBetweenTwoTriesWaitsForNeither() throws SQLException {
    Rig hasty = new Rig(database, dialect, Rig.waiting(Duration.ofSeconds(1), database.settings()));
    hasty.settings = hasty.settings.tries(3, Duration.ofMinutes(1));
    hasty.pause = duration -> hasty.cancellation.request("lin");
    try (Connection blocker = reader()) {
      RolloutResult result = hasty.run(ALTER);
      assertThat(((Cancelled) result).by()).isEqualTo("lin");
      assertThat(hasty.journal.remarks.values())
          .singleElement()
          .asString()
          .startsWith("Statement 1 was tried 2 times, blocked by session ");
      blocker.rollback();
    }
  }

  @Test
  void theLastOfSeveralTriesSaysHowManyAndWhoWasInTheWay() throws SQLException {
    Rig hasty = new Rig(database, dialect, Rig.waiting(Duration.ofSeconds(1), database.settings()));
    hasty.settings = hasty.settings.tries(2, Duration.ofMillis(1));
    try (Connection blocker = reader()) {
      StepError error = ((Failed) hasty.run(ALTER)).step().error().orElseThrow();
      assertThat(error.hint().orElseThrow())
          .startsWith("Tried 2 times. Blocked by session ")
          .contains(database.username() + "@127.0.0.1", "in a transaction for ");
      blocker.rollback();
    }
  }

  @Test
  void aDeadlockIsTriedAgainAsAWhole() throws SQLException {
    AtomicBoolean met = new AtomicBoolean();
    CompletableFuture<Void> other = new CompletableFuture<>();
    try (Connection rival = database.connect();
        Statement statement = rival.createStatement()) {
      if (dialect == Dialect.POSTGRESQL) {
        statement.execute("set deadlock_timeout = '30s'"); // so that we are the one that ends
      }
      rival.setAutoCommit(false);
      statement.execute("update t set n = n + 10 where id > 1"); // on MySQL the heavier one stays
      rig.journal.onRecord(
          s -> {
            if (s.seq() == 2 && s.state() == StepState.STARTED && met.compareAndSet(false, true)) {
              var unused =
                  other.completeAsync(
                      () -> {
                        run(statement, "update t set n = n + 10 where id = 1");
                        commit(rival);
                        return null;
                      });
              await().until(() -> !rig.all(waiting()).isEmpty());
            }
          });
      assertThat(
              rig.run(
                  rollout(
                      script(
                          "V2__n.sql",
                          "update t set n = n + 1 where id = 1;"
                              + " update t set n = n + 1 where id = 2"))))
          .isInstanceOf(Succeeded.class);
      other.join();
    }
    assertThat(rig.all("select n from t order by id")).containsExactly("11", "11", "10", "10");
    assertThat(rig.journal.remarks.get("retry/2")).startsWith("Statement 2 was tried 2 times");
  }

  @Test
  void aLongStatementIsCancelledInTheMiddleAndRunsOnRetry() throws SQLException {
    fill();
    String sql =
        dialect == Dialect.POSTGRESQL
            ? "create index concurrently t_n on t(n)"
            : "alter table t add m int, algorithm = copy";
    rig.journal.onRecord(
        s -> {
          if (s.state() == StepState.STARTED) {
            rig.cancellation.request("lin");
          }
        });
    Rollout rollout = rollout(script("V2__long.sql", sql));
    try (Connection writer = database.connect();
        Statement statement = writer.createStatement()) {
      if (dialect == Dialect.POSTGRESQL) { // for whom the index waits
        writer.setAutoCommit(false);
        statement.execute("update t set n = n where id = 1");
      }
      RolloutResult result = rig.run(rollout);
      assertThat(result).isInstanceOf(Cancelled.class);
      assertThat(states(result)).containsExactly("1 FAILED");
      writer.rollback();
    }
    assertThat(new Rig(database, dialect).run(retry(rollout))).isInstanceOf(Succeeded.class);
  }

  @Test
  void howFarItIsTheServerTells() throws SQLException {
    rig.journal.onSeen(seen -> seen.stage().ifPresent(s -> rig.cancellation.request("lin")));
    try (Connection writer = database.connect();
        Statement statement = writer.createStatement()) {
      String sql = "update t set n = n + 1 + sleep(1)";
      if (dialect == Dialect.POSTGRESQL) {
        writer.setAutoCommit(false);
        statement.execute("update t set n = n where id = 1");
        sql = "create index concurrently t_n on t(n)";
      }
      assertThat(rig.run(rollout(script("V2__x.sql", sql)))).isInstanceOf(Cancelled.class);
    }
    assertThat(rig.journal.seen().get(rig.journal.seen().size() - 1).stage().orElseThrow())
        .containsAnyOf("building index: waiting for writers", "rows changed");
  }

  private void fill() {
    if (dialect != Dialect.POSTGRESQL) {
      database.execute("insert into t select id + 4, n from t");
      for (int rows = 8; rows < 250_000; rows *= 2) {
        database.execute("insert into t select id + " + rows + ", n from t");
      }
    }
  }

  private String waiting() {
    return dialect == Dialect.POSTGRESQL
        ? "select pid from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock'"
        : "select trx_id from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";
  }

  /** A transaction that has read the table. */
  private Connection reader() throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("select * from t").close();
    }
    return connection;
  }

  private static void run(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
