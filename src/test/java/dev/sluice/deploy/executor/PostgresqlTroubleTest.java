package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rig.states;
import static dev.sluice.deploy.executor.Rollouts.retry;
import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static dev.sluice.deploy.executor.Rollouts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.DeploySettings;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.deploy.RolloutResult.Waiting;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.target.TargetSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong around a rollout on a real server. */
final class PostgresqlTroubleTest {
  private static final Script INCREMENT =
      script("V2__n.sql", "update t set n = n + 1; update t set n = n + 1;");

  private final TestDatabase database = EmbeddedDatabases.postgres();
  private final Rig rig = new Rig(database, Dialect.POSTGRESQL);

  @BeforeEach
  void createTable() {
    database.execute("create table t(id int, n int not null)", "insert into t values (1, 0)");
  }

  @Test
  void aLockTimeoutNamesTheBlockerAndATryAfterItSucceeds() throws SQLException {
    StepError[] seen = new StepError[1];
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      statement.execute("set application_name = 'monthly report'");
      blocker.setAutoCommit(false);
      statement.execute("lock table t in access share mode");
      rig.journal.onRecord(s -> s.error().ifPresent(e -> seen[0] = e));
      rig.pause = duration -> release(blocker);
      assertThat(rig.run(rollout(script("V2__x.sql", "alter table t add m int"))))
          .isInstanceOf(Succeeded.class);
    }
    assertThat(seen[0].sqlState()).isEqualTo("55P03");
    assertThat(seen[0].hint().orElseThrow())
        .contains("Blocked by session")
        .contains("monthly report");
  }

  @Test
  void peopleSeeWhichStatementOfATransactionRunsLong() throws SQLException {
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      rig.settings = DeploySettings.DEFAULT;
      rig.journal.onRecord(
          s -> {
            if (s.seq() == 1 && s.state() == StepState.PENDING) { // the gates have let it through
              lock(statement);
            }
            if (s.seq() == 3 && s.state() == StepState.STARTED) {
              release(blocker);
            }
          });
      assertThat(rig.run(rollout(script("V2__x.sql", "select 1; select 2; update t set n = 5;"))))
          .isInstanceOf(Succeeded.class);
    }
  }

  private static void lock(Statement blocker) {
    try {
      blocker.execute("lock table t");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void release(Connection blocker) {
    try {
      blocker.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInvalidIndexIsBuiltAgainOnRetry() {
    database.execute("insert into t values (1, 0)");
    Rollout rollout =
        rollout(script("V2__i.sql", "create unique index concurrently t_id on t(id);"));
    RolloutResult result = rig.run(rollout);
    assertThat(((Failed) result).step().error().orElseThrow().sqlState()).isEqualTo("23505");
    assertThat(rig.ask("select indisvalid from pg_index where indrelid = 't'::regclass"))
        .isEqualTo("f");
    database.execute("delete from t where ctid = '(0,2)'");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select indisvalid from pg_index where indrelid = 't'::regclass"))
        .isEqualTo("t");
  }

  @Test
  void anInvalidIndexOfSomebodyElseIsNeitherTakenNorDropped() {
    database.execute("insert into t values (1, 0)");
    try {
      database.execute("create unique index concurrently t_id on t(id)");
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("duplicat");
    }
    Rollout rollout =
        rollout(script("V2__i.sql", "create index concurrently if not exists t_id on t(n);"));
    RolloutResult result = rig.run(rollout);
    assertThat(((Failed) result).step().error().orElseThrow().message())
        .isEqualTo("The index t_id is there, but INVALID: drop it.");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Failed.class);
    assertThat(rig.ask("select count(*) from pg_index where indrelid = 't'::regclass"))
        .isEqualTo("1");
  }

  @Test
  void aReindexThatNobodySawEndIsCleanedUpAndRepeated() throws IOException {
    database.execute(
        "create index t_n on t(n)", "insert into t select g, g from generate_series(1, 1000) g");
    String before = rig.ask("select 't_n'::regclass::oid");
    try (Proxy proxy = new Proxy(database);
        Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("update t set n = n where id = 1"); // for which the new index waits
      Rig cut = new Rig(database, Dialect.POSTGRESQL, proxy.database().settings());
      cut.journal.onRecord(
          s -> {
            if (s.state() == StepState.STARTED && proxy.cuts() == 0) {
              proxy.loseAnswerTo("reindex");
            }
          });
      cut.pause = duration -> release(reader);
      assertThat(cut.run(rollout(script("V2__r.sql", "reindex index concurrently t_n;"))))
          .isInstanceOf(Succeeded.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    assertThat(rig.ask("select 't_n'::regclass::oid")).isNotEqualTo(before);
    assertThat(rig.ask("select count(*) from pg_index where indrelid = 't'::regclass"))
        .isEqualTo("1");
  }

  @Test
  void aSessionThatIsEndedInTheMiddleIsResumed() {
    endSessionOnce(s -> s.seq() == 2 && s.state() == StepState.STARTED);
    assertThat(rig.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select n from t")).isEqualTo("2");
  }

  /** A block that commits by itself leaves no trace, and ends its own session while n is 0. */
  private static final Script BLOCK =
      script(
          "V2__b.sql",
          """
          do $$ begin
            if (select n from t) = 0 then perform pg_terminate_backend(pg_backend_pid()); end if;
            commit;
          end $$;
          update t set n = n + 1;
          """);

  @Test
  void aStatementNobodySawEndWaitsForAPerson() {
    RolloutResult result = rig.run(rollout(BLOCK));
    assertThat(result).isInstanceOf(Unknown.class);
    assertThat(states(result)).containsExactly("1 UNKNOWN", "2 PENDING");
    database.execute("update t set n = 5");
    assertThat(rig.run(retry(rollout(BLOCK)))).isInstanceOf(Unknown.class);
    Decision again = Decision.runAgain("it is harmless", "lin", Instant.now());
    assertThat(rig.run(with(retry(rollout(BLOCK)), 1, again))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select n from t")).isEqualTo("6");
  }

  @Test
  void anUnknownStatementMayBeLeftOut() {
    assertThat(rig.run(rollout(BLOCK))).isInstanceOf(Unknown.class);
    Decision skip = Decision.skip("it ran", "lin", Instant.now());
    RolloutResult result = rig.run(with(retry(rollout(BLOCK)), 1, skip));
    assertThat(states(result)).containsExactly("1 SKIPPED", "2 DONE committed");
  }

  @Test
  void aWishToRunAgainIsUsedUpByTheRunThatFollowedIt() {
    assertThat(rig.run(rollout(BLOCK))).isInstanceOf(Unknown.class);
    Decision decision = Decision.runAgain("it is harmless", "lin", Instant.now());
    Rollout again = with(retry(rollout(BLOCK)), 1, decision);
    assertThat(rig.run(again)).isInstanceOf(Unknown.class);
    database.execute("update t set n = 5");
    assertThat(rig.run(again)).isInstanceOf(Unknown.class);
    assertThat(rig.ask("select n from t")).isEqualTo("5");
  }

  @Test
  void cancelStopsTheRunningStatementAndIsNoTimeout() {
    requestCancelAt(1);
    RolloutResult result =
        rig.run(rollout(script("V2__s.sql", "update t set n = n + 1 where pg_sleep(30) is null")));
    assertThat(((Cancelled) result).by()).isEqualTo("lin");
    assertThat(((Cancelled) result).step().error().orElseThrow().message())
        .isEqualTo("Cancelled by @lin.");
    assertThat(rig.ask("select n from t")).isEqualTo("0");
  }

  @Test
  void cancelReachesACopy() {
    database.execute(
        "create function slow() returns trigger language plpgsql as"
            + " $$ begin perform pg_sleep(30); return new; end $$",
        "create trigger slow before insert on t for each row execute function slow()");
    requestCancelAt(1);
    assertThat(rig.run(rollout(script("V2__c.sql", "copy t from stdin;\n2\t2\n\\.\n"))))
        .isInstanceOf(Cancelled.class);
  }

  @Test
  void aTimeoutIsNoCancel() {
    RolloutResult result =
        rig.run(
            rollout(script("V2__s.sql", "set local statement_timeout = 50; select pg_sleep(30);")));
    assertThat(((Failed) result).step().error().orElseThrow().sqlState()).isEqualTo("57014");
  }

  @Test
  void aSecondExecutorWaitsAndSaysForWhom() {
    RolloutResult[] second = new RolloutResult[1];
    rig.journal.onRecord(
        s -> {
          if (s.state() == StepState.STARTED && second[0] == null) {
            Rig other = new Rig(database, Dialect.POSTGRESQL);
            other.pause = duration -> {};
            second[0] = other.run(rollout(2, 2, script("V3__x.sql", "select 1")));
          }
        });
    assertThat(rig.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
    assertThat(((Waiting) second[0]).reason())
        .startsWith("The lock of orders@test is held by session ")
        .contains("rollout #1");
  }

  @Test
  void cancelEndsTheWaitForTheLock() {
    RolloutResult[] second = new RolloutResult[1];
    rig.journal.onRecord(
        s -> {
          if (s.state() == StepState.STARTED && second[0] == null) {
            Rig other = new Rig(database, Dialect.POSTGRESQL);
            other.pause = duration -> other.cancellation.request("lin");
            second[0] = other.run(rollout(2, 2, script("V3__x.sql", "select 1")));
          }
        });
    assertThat(rig.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
    assertThat(((Cancelled) second[0]).by()).isEqualTo("lin");
  }

  @Test
  void anUnreachableTargetIsTriedLater() throws IOException {
    TestDatabase gone;
    try (Proxy proxy = new Proxy(database)) {
      gone = proxy.database();
    }
    RolloutResult result = new Rig(gone, Dialect.POSTGRESQL).run(rollout(INCREMENT));
    assertThat(((Waiting) result).reason()).startsWith("orders@test: ");
  }

  @Test
  void aCommitWhoseAnswerIsLostHasHappenedOnce() throws IOException {
    try (Proxy proxy = new Proxy(database)) {
      TargetSettings settings = proxy.database().settings();
      Rig cut = new Rig(database, Dialect.POSTGRESQL, settings);
      cut.journal.onRecord(
          s -> {
            if (s.seq() == 2 && s.state() == StepState.DONE && !s.committed()) {
              proxy.loseAnswerToCommit();
            }
          });
      AtomicInteger tries = new AtomicInteger();
      cut.journal.onRecord(
          s -> {
            if (s.state() == StepState.STARTED && s.seq() == 1) {
              tries.incrementAndGet();
            }
          });
      assertThat(cut.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
      assertThat(proxy.cuts()).isEqualTo(1);
      assertThat(tries).hasValue(1);
    }
    assertThat(rig.ask("select n from t")).isEqualTo("2");
  }

  @Test
  void aCommitThatNeverArrivedIsDoneAgain() throws IOException {
    try (Proxy proxy = new Proxy(database)) {
      Rig cut = new Rig(database, Dialect.POSTGRESQL, proxy.database().settings());
      cut.journal.onRecord(
          s -> {
            if (s.seq() == 2 && s.state() == StepState.DONE && proxy.cuts() == 0) {
              proxy.loseCommit();
            }
          });
      AtomicInteger tries = new AtomicInteger();
      cut.journal.onRecord(
          s -> {
            if (s.state() == StepState.STARTED && s.seq() == 1) {
              tries.incrementAndGet();
            }
          });
      assertThat(cut.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
      assertThat(proxy.cuts()).isEqualTo(1);
      assertThat(tries).hasValue(2);
    }
    assertThat(rig.ask("select n from t")).isEqualTo("2");
  }

  private void requestCancelAt(int seq) {
    rig.journal.onRecord(
        s -> {
          if (s.seq() == seq && s.state() == StepState.STARTED) {
            rig.cancellation.request("lin");
          }
        });
  }

  private void endSessionOnce(Predicate<StepResult> when) {
    AtomicBoolean ended = new AtomicBoolean();
    rig.journal.onRecord(
        s -> {
          if (when.test(s) && ended.compareAndSet(false, true)) {
            endSessions();
          }
        });
  }

  private void endSessions() {
    database.execute(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
            + " where datname = current_database() and application_name like '%rollout%'");
  }
}
