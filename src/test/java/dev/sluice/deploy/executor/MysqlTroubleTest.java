package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rig.states;
import static dev.sluice.deploy.executor.Rollouts.retry;
import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static dev.sluice.deploy.executor.Rollouts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.Decision;
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
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong around a rollout on a real server. */
@ParameterizedClass
@EnumSource(names = {"MYSQL", "MARIADB"})
final class MysqlTroubleTest {
  private static final Script INCREMENT =
      script("V2__n.sql", "update t set n = n + 1; update t set n = n + 1;");

  private final Dialect dialect;
  private final TestDatabase database;
  private final Rig rig;

  MysqlTroubleTest(Dialect dialect) {
    this.dialect = dialect;
    this.database = EmbeddedDatabases.of(dialect, Path.of(""));
    this.rig = new Rig(database, dialect);
  }

  @BeforeEach
  void createTable() {
    database.execute(
        "create table t(id int primary key, n int not null)", "insert into t values (1, 0)");
  }

  @Test
  void aDefinitionThatMeetsALockIsTriedAgain() throws SQLException {
    StepError[] seen = new StepError[1];
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.executeQuery("select * from t").close();
      rig.journal.onRecord(s -> s.error().ifPresent(e -> seen[0] = e));
      rig.pause = duration -> release(blocker);
      assertThat(rig.run(rollout(script("V2__x.sql", "alter table t add m int"))))
          .isInstanceOf(Succeeded.class);
    }
    assertThat(seen[0].message()).contains("Lock wait timeout exceeded");
  }

  @Test
  void aDataChangeThatMeetsALockIsTriedAgainAsAWhole() throws SQLException {
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      database.execute("insert into t values (2, 0)");
      blocker.setAutoCommit(false);
      statement.execute("update t set n = 5 where id = 2");
      rig.pause = duration -> release(blocker);
      assertThat(
              rig.run(
                  rollout(
                      script(
                          "V2__x.sql",
                          "update t set n = n + 1 where id = 1; update t set n = n + 1"))))
          .isInstanceOf(Succeeded.class);
    }
    assertThat(rig.ask("select group_concat(n) from t")).isEqualTo("2,6");
  }

  private static void release(Connection blocker) {
    try {
      blocker.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSessionThatIsEndedInTheMiddleIsResumed() {
    once(s -> s.seq() == 2 && s.state() == StepState.STARTED, s -> killSessions());
    assertThat(rig.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select n from t")).isEqualTo("2");
  }

  @Test
  void whatASessionTookAlongIsAskedForBeforeItIsNeeded() {
    Rollout rollout =
        rollout(
            script(
                "V2__x.sql",
                "create temporary table ids as select id from t; alter table t add m int;"
                    + " update t join ids using (id) set m = 5;"));
    once(s -> s.seq() == 3 && s.state() == StepState.STARTED, s -> killSessions());
    Unknown result = (Unknown) rig.run(rollout);
    assertThat(result.step().seq()).isEqualTo(1);
    assertThat(result.reason())
        .isEqualTo(
            "The connection was lost, and with it what statement 1 had left in the session: ids."
                + " Statement 3 needs it.");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Unknown.class);
    Decision again = Decision.runAgain("t is as it was", "lin", Instant.now());
    assertThat(rig.run(with(retry(rollout), 1, again))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select m from t")).isEqualTo("5");
  }

  @Test
  void aDefinitionWhoseAnswerIsLostHasHappenedOnce() throws IOException {
    try (Proxy proxy = new Proxy(database)) {
      Rig cut = new Rig(database, dialect, proxy.database().settings());
      cut.journal.onRecord(
          s -> {
            if (s.state() == StepState.STARTED && proxy.cuts() == 0) {
              proxy.loseAnswerTo("alter table");
            }
          });
      assertThat(cut.run(rollout(script("V2__a.sql", "alter table t add m int;"))))
          .isInstanceOf(Succeeded.class);
      assertThat(proxy.cuts()).isEqualTo(1);
    }
    assertThat(rig.ask("select count(*) from t where m is null")).isEqualTo("1");
  }

  @Test
  void aDefinitionThatNeverArrivedIsRunAgain() throws IOException {
    AtomicInteger tries = new AtomicInteger();
    try (Proxy proxy = new Proxy(database)) {
      Rig cut = new Rig(database, dialect, proxy.database().settings());
      cut.journal.onRecord(
          s -> {
            if (s.state() == StepState.STARTED && tries.incrementAndGet() == 1) {
              proxy.lose("alter table");
            }
          });
      assertThat(cut.run(rollout(script("V2__a.sql", "alter table t add m int;"))))
          .isInstanceOf(Succeeded.class);
      assertThat(proxy.cuts()).isEqualTo(1);
    }
    assertThat(tries).hasValue(2);
  }

  @Test
  void aCommitWhoseAnswerIsLostHasHappenedOnce() throws IOException {
    assertThat(triesWhenCut(Proxy::loseAnswerToCommit)).isEqualTo(1);
    assertThat(rig.ask("select n from t")).isEqualTo("2");
  }

  @Test
  void aCommitThatNeverArrivedIsDoneAgain() throws IOException {
    assertThat(triesWhenCut(Proxy::loseCommit)).isEqualTo(2);
    assertThat(rig.ask("select n from t")).isEqualTo("2");
  }

  private int triesWhenCut(Consumer<Proxy> how) throws IOException {
    AtomicInteger tries = new AtomicInteger();
    try (Proxy proxy = new Proxy(database)) {
      Rig cut = new Rig(database, dialect, proxy.database().settings());
      cut.journal.onRecord(
          s -> {
            if (s.seq() == 1 && s.state() == StepState.STARTED) {
              tries.incrementAndGet();
            }
            if (s.seq() == 2 && s.state() == StepState.DONE && proxy.cuts() == 0) {
              how.accept(proxy);
            }
          });
      assertThat(cut.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
      assertThat(proxy.cuts()).isEqualTo(1);
    }
    return tries.get();
  }

  /** Ends its own session while n is 0. */
  private Script call() {
    database.execute(
        """
        create procedure p()
        begin
          if (select n from t) = 0 then
            kill connection_id();
          end if;
          update t set n = n + 1;
        end
        """);
    return script("V2__b.sql", "call p(); update t set n = n + 1;");
  }

  @Test
  void aStatementNobodySawEndWaitsForAPerson() {
    Script call = call();
    RolloutResult result = rig.run(rollout(call));
    assertThat(result).isInstanceOf(Unknown.class);
    assertThat(states(result)).containsExactly("1 UNKNOWN", "2 PENDING");
    database.execute("update t set n = 5");
    assertThat(rig.run(retry(rollout(call)))).isInstanceOf(Unknown.class);
    Decision again = Decision.runAgain("it is harmless", "lin", Instant.now());
    assertThat(rig.run(with(retry(rollout(call)), 1, again))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select n from t")).isEqualTo("7");
  }

  @Test
  void cancelStopsTheRunningStatementAndIsNoTimeout() {
    once(s -> s.state() == StepState.STARTED, s -> rig.cancellation.request("lin"));
    RolloutResult result =
        rig.run(rollout(script("V2__s.sql", "update t set n = n + 1 + sleep(30)")));
    assertThat(((Cancelled) result).step().error().orElseThrow().message())
        .isEqualTo("Cancelled by @lin.");
    assertThat(rig.ask("select n from t")).isEqualTo("0");
  }

  @Test
  void cancelStopsADefinitionAndLeavesNothingOfIt() {
    once(s -> s.state() == StepState.STARTED, s -> rig.cancellation.request("lin"));
    Rollout rollout =
        rollout(script("V2__s.sql", "create table u as select n, sleep(30) as s from t"));
    assertThat(rig.run(rollout)).isInstanceOf(Cancelled.class);
    assertThat(
            rig.ask(
                "select count(*) from information_schema.tables where table_name = 'u'"
                    + " and table_schema = database()"))
        .isEqualTo("0");
  }

  @Test
  void aTimeLimitIsNoCancel() {
    Rig limited = new Rig(database, dialect, Rig.hasty(database.settings()));
    RolloutResult result =
        limited.run(rollout(script("V2__s.sql", "update t set n = n + 1 + sleep(30)")));
    StepError error = ((Failed) result).step().error().orElseThrow();
    assertThat(error.message() + error.hint().orElse(""))
        .containsAnyOf("time", "statement_timeout");
    assertThat(rig.ask("select n from t")).isEqualTo("0");
  }

  @Test
  void aSecondExecutorWaitsAndSaysForWhom() {
    RolloutResult[] second = new RolloutResult[1];
    once(
        s -> s.state() == StepState.STARTED,
        s -> {
          Rig other = new Rig(database, dialect);
          other.pause = duration -> {};
          second[0] = other.run(rollout(2, 2, script("V3__x.sql", "select 1")));
        });
    assertThat(rig.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
    assertThat(((Waiting) second[0]).reason())
        .startsWith("The lock of orders@test is held by session ");
  }

  @Test
  void anotherDatabaseOfTheServerHasALockOfItsOwn() {
    RolloutResult[] second = new RolloutResult[1];
    once(
        s -> s.state() == StepState.STARTED,
        s -> {
          Rig other = new Rig(EmbeddedDatabases.of(dialect, Path.of("")), dialect);
          second[0] = other.run(rollout(2, 2, script("V3__x.sql", "select 1")));
        });
    assertThat(rig.run(rollout(INCREMENT))).isInstanceOf(Succeeded.class);
    assertThat(second[0]).isInstanceOf(Succeeded.class);
  }

  @Test
  void anUnreachableTargetIsTriedLater() throws IOException {
    TestDatabase gone;
    try (Proxy proxy = new Proxy(database)) {
      gone = proxy.database();
    }
    RolloutResult result = new Rig(gone, dialect).run(rollout(INCREMENT));
    assertThat(((Waiting) result).reason()).startsWith("orders@test: ");
  }

  private void once(Predicate<StepResult> when, Consumer<StepResult> then) {
    AtomicBoolean done = new AtomicBoolean();
    rig.journal.onRecord(
        s -> {
          if (when.test(s) && done.compareAndSet(false, true)) {
            then.accept(s);
          }
        });
  }

  private void killSessions() {
    String ids =
        rig.ask(
            "select group_concat(id) from information_schema.processlist"
                + " where db = database() and id <> connection_id()");
    for (String id : ids.split(",")) {
      database.execute("kill " + id);
    }
  }
}
