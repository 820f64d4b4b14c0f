package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.catalog.Table;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge.Invalid;
import dev.sluice.sql.SyntaxJudge.Valid;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class PostgresqlTargetTest extends OpenTarget {
  PostgresqlTargetTest() throws SQLException {
    super(Dialect.POSTGRESQL);
  }

  @Test
  void aReviewConnectionCannotWrite() {
    assertThatThrownBy(() -> Rows.execute(review, "create table t(a int)"))
        .hasMessageContaining("read-only");
  }

  @Test
  void aDeploymentHasItsLimitsAndSaysWhoItIs() throws SQLException {
    assertThat(Rows.text(deploy, "show lock_timeout")).isEqualTo("2s");
    assertThat(Rows.text(deploy, "show statement_timeout")).isEqualTo("1min");
    assertThat(Rows.text(deploy, "show client_connection_check_interval")).isEqualTo("1s");
    assertThat(Rows.text(deploy, "show application_name")).isEqualTo("sluice rollout #7");
  }

  @Test
  void theLockIsForOneAndDiesWithItsConnection() throws SQLException {
    assertThat(target.tryLock(deploy)).isEmpty();
    try (Connection other = target.openForDeploy("rollout #8")) {
      assertThat(target.tryLock(other).orElseThrow()).contains("postgres", "sluice rollout #7");
      deploy.close();
      await().until(() -> target.tryLock(other).isEmpty());
      target.unlock(other);
      assertThatThrownBy(() -> target.unlock(other)).hasMessageContaining("not held any more");
    }
  }

  @Test
  void aLockTimeoutMayBeTriedAgainAndTheBlockerIsNamed() throws SQLException {
    database.execute("create table t(a int)");
    try (Connection blocker = target.openForDeploy("blocker")) {
      Rows.execute(blocker, "begin");
      Rows.execute(blocker, "lock table t");
      CompletableFuture<SQLException> failure = fail("alter table t add b int");
      await().until(() -> !target.blockers(review, deploy).isEmpty());
      assertThat(target.blockers(review, deploy).get(0)).contains("sluice blocker", "idle in tra");
      assertThat(target.classify(failure.join())).isEqualTo(ErrorClass.RETRYABLE_LOCK);
    }
  }

  @Test
  void aCancelledStatementIsNeitherLostNorRefused() throws SQLException {
    CompletableFuture<SQLException> failure = fail("select pg_sleep(60)");
    await()
        .until(
            () -> {
              target.cancel(deploy);
              return failure.isDone();
            });
    assertThat(target.classify(failure.join())).isEqualTo(ErrorClass.TIMEOUT_OR_CANCEL);
  }

  @Test
  void aTerminatedSessionIsLost() throws SQLException {
    int pid = Integer.parseInt(Rows.text(deploy, "select pg_backend_pid()"));
    CompletableFuture<SQLException> failure = fail("select pg_sleep(60)");
    database.execute("select pg_terminate_backend(" + pid + ")");
    assertThat(target.classify(failure.join())).isEqualTo(ErrorClass.LOST);
  }

  @Test
  void aServerThatIsNotThereIsNotReachable() {
    TestDatabase nowhere =
        new TestDatabase("jdbc:postgresql://127.0.0.1:1/none", "postgres", "secret-password");
    TargetDatabase absent =
        TargetDatabase.of(TargetName.of("a", "b"), Dialect.POSTGRESQL, nowhere.settings());
    SQLException error =
        catchThrowableOfType(SQLException.class, () -> absent.openForDeploy("test"));
    assertThat(absent.classify(error)).isEqualTo(ErrorClass.NOT_REACHABLE);
    assertThat(absent.whyNotReachable().orElseThrow().toString()).doesNotContain("secret");
    assertThat(target.whyNotReachable()).isEmpty();
  }

  @Test
  void valuesOfRowsAreMasked() {
    database.execute("create table t(email text unique, a int check (a > 0), n int not null)");
    database.execute("insert into t values ('lin@example.com', 1, 1)");
    ServerError twice = error("insert into t values ('lin@example.com', 1, 1)");
    assertThat(twice.message())
        .isEqualTo(
            "duplicate key value violates unique constraint \"t_email_key\""
                + " (Key (email)=(…) already exists.)");
    assertThat(twice.object()).contains("t_email_key");
    assertThat(error("insert into t values ('x', -7, 1)").message())
        .contains("t_a_check", "Failing row contains (…)");
    assertThat(error("insert into t values ('x', 1, 'seven')").message())
        .isEqualTo("invalid input syntax for type integer: …");
  }

  @Test
  void theOffsetOfAnErrorIsInTheStatement() {
    assertThat(error("select 1 from nowhere").offset()).isEqualTo(OptionalInt.of(14));
  }

  @Test
  void theServerParsesWithoutExecuting() throws SQLException {
    database.execute("create table t(a jsonb)");
    assertThat(judge("drop table t")).isInstanceOf(Valid.class);
    assertThat(judge("select a ? 'x', a ?| array['y'], '?' from t")).isInstanceOf(Valid.class);
    assertThat(judge("select * from not_there")).isInstanceOf(Valid.class);
    assertThat(judge("insert into t(a) values (1, 2)")).isInstanceOf(Valid.class);
    assertThat(target.readCatalog(review).table(ObjectName.of("t"))).isPresent();
  }

  @Test
  void onlyTheGrammarsWordsAreAboutSyntax() throws SQLException {
    assertThat(judge("select 'ä' ? 1,\n  from wher x"))
        .isEqualTo(new Invalid(new Position(2, 3), "syntax error at or near \"from\""));
    assertThat(judge("create tabel t(a int)")).isInstanceOf(Invalid.class);
  }

  @Test
  void theCatalogLeavesOutWhatIsNotOurs() throws SQLException {
    database.execute(
        "create schema sluice",
        "create table sluice.history(a int)",
        "create extension pg_stat_statements",
        "create table t(a int)");
    Catalog catalog = target.readCatalog(review);
    assertThat(catalog.tables())
        .extracting(Table::name)
        .containsExactly(ObjectName.of("public", "t"));
    assertThat(catalog.version().orElseThrow().atLeast(18, 0)).isTrue();
    Statement query = statement("delete from pg_stat_statements_info");
    assertThat(catalog.conflicts(query.actions().get(0))).isEmpty();
  }

  @Test
  void aTableThatWasNeverAnalysedIsMeasuredUnlessSomebodyHoldsIt() throws SQLException {
    database.execute(
        "create table t(a int)", "insert into t select g from generate_series(1, 1000) g");
    assertThat(table("t").size().rows()).isEmpty();
    assertThat(table("t").size().bytes()).hasValue(5 * 8192L);
    try (Connection other = database.connect();
        java.sql.Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table t in access exclusive mode");
      assertThat(table("t").size().bytes()).isEmpty();
    }
  }

  @Test
  void rowsAreUnknownUntilAnalysedAndAPartitionedTableIsTheSumOfItsParts() throws SQLException {
    database.execute(
        "create table p(a int) partition by range (a)",
        "create table p1 partition of p for values from (0) to (500)",
        "create table p2 partition of p for values from (500) to (2000)",
        "insert into p select g from generate_series(0, 999) g");
    assertThat(table("p").size().rows()).isEmpty();
    database.execute("analyze p1", "analyze p2");
    assertThat(table("p").size().rows()).hasValue(1000);
    assertThat(table("p").size().bytes()).hasValue(2 * 3 * 8192L);
    assertThat(table("p").partitioned()).isTrue();
  }

  @Test
  void anInvalidIndexIsSeen() throws SQLException {
    database.execute("create table t(a int)", "insert into t values (1), (1)");
    assertThatThrownBy(() -> database.execute("create unique index concurrently u on t(a)"));
    assertThat(table("t").indexes()).extracting(Index::valid).containsExactly(false);
  }

  @Test
  void theFingerprintFollowsTheSchemaAndNotTheRows() throws SQLException {
    database.execute("create table t(a int)");
    String before = target.fingerprint(review);
    database.execute("insert into t values (1)", "analyze t");
    assertThat(target.fingerprint(review)).isEqualTo(before);
    database.execute("alter table t alter a set default 5");
    assertThat(target.fingerprint(review)).isNotEqualTo(before);
  }

  @Test
  void theSameSchemaIsTheSameTextInAnotherDatabase() throws SQLException {
    String[] schema = {
      "create type mood as enum ('good', 'bad')",
      "create domain positive as int check (value > 0)",
      "create table t(id int generated always as identity primary key, m mood, gone int,"
          + " n positive default 3)",
      "alter table t drop column gone",
      "create index t_m on t(m) where n > 1",
      "create view v as select id from t",
      "create function f(a int) returns int language sql return a + 1",
      "comment on table t is 'it''s'"
    };
    database.execute(schema);
    TestDatabase second = EmbeddedDatabases.postgres();
    second.execute(schema);
    try (Connection other = second.connect()) {
      Snapshot snapshot = target.snapshot(review);
      assertThat(target.snapshot(other)).isEqualTo(snapshot);
      assertThat(snapshot.text())
          .contains("TABLE public.t\n", "m public.mood", "TYPE public.mood\n  enum 'good', 'bad'");
    }
  }

  @Test
  void aDifferenceIsToldByObject() throws SQLException {
    database.execute("create table t(a int)", "create table untouched(a int)");
    Snapshot before = target.snapshot(review);
    database.execute("alter table t add b text not null", "create index on t(b)");
    String diff = SnapshotDiff.between(before, target.snapshot(review));
    assertThat(diff)
        .contains("+  b text not null", "+  CREATE INDEX t_b_idx", " TABLE public.t")
        .doesNotContain("untouched");
    assertThat(deploy.getAutoCommit()).isTrue();
  }
}
