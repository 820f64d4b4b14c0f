package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rig.states;
import static dev.sluice.deploy.executor.Rig.step;
import static dev.sluice.deploy.executor.Rollouts.retry;
import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static dev.sluice.deploy.executor.Rollouts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.AlreadyApplied;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Refused;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.RolloutResult.Superseded;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PostgresqlRolloutTest {
  private static final Script TABLE =
      script("V1__t.sql", "create table t(id int primary key, n int not null default 0);");

  private final Rig rig = new Rig(EmbeddedDatabases.postgres(), Dialect.POSTGRESQL);

  @Test
  void transactionsAndConcurrentIndexesRunInTheirOrder() {
    Script script =
        script(
            "V1__t.sql",
            """
            create table t(id int primary key, n int not null);
            insert into t select g, 0 from generate_series(1, 10) g;
            create index concurrently t_n on t(n);
            update t set n = n + 1;
            """);
    RolloutResult result = rig.run(rollout(script));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(states(result))
        .containsExactly(
            "1 DONE committed", "2 DONE committed", "3 DONE committed", "4 DONE committed");
    assertThat(step(result, 2).rows()).hasValue(10);
    assertThat(rig.ask("select sum(n) from t")).isEqualTo("10");
    assertThat(rig.journal.steps(rollout(script).id())).isEqualTo(result.report().steps());
    assertThat(rig.ask("select status || ' ' || fence_token || ' ' || version from sluice.history"))
        .isEqualTo("DONE 1 1");
    assertThat(result.report().snapshots().before().orElseThrow().text()).doesNotContain("t_n");
    assertThat(result.report().snapshots().after().orElseThrow().text()).contains("t_n");
  }

  @Test
  void blocksCopyAndFunctionsRunAsOneStatementEach() {
    RolloutResult result =
        rig.run(
            rollout(
                TABLE,
                script(
                    "V2__blocks.sql",
                    """
                    do $$ begin insert into t values (1, 1); raise notice 'one; done'; end $$;
                    create function twice(a int) returns int language plpgsql as $body$
                    begin
                      return a * 2; -- not the end;
                    end $body$;
                    copy t from stdin;
                    2\t5
                    3\t6
                    \\.
                    update t set n = twice(n);
                    """)));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(step(result, 2).warnings()).containsExactly("NOTICE: one; done");
    assertThat(step(result, 4).rows()).hasValue(2);
    assertThat(rig.ask("select string_agg(n::text, ',' order by id) from t")).isEqualTo("2,10,12");
  }

  @Test
  void aFailureTakesItsTransactionBackAndNothingElse() {
    Script second =
        script(
            "V2__more.sql",
            """
            insert into t values (1, 0);
            create index concurrently t_n on t(n);
            insert into t values (2, 0);
            insert into t values /* 💥 */ (2, 'not a number');
            insert into t values (4, 0);
            """);
    RolloutResult result = rig.run(rollout(TABLE, second));
    assertThat(result).isInstanceOf(Failed.class);
    assertThat(states(result))
        .containsExactly(
            "1 DONE committed",
            "2 DONE committed",
            "3 DONE committed",
            "4 ROLLED_BACK",
            "5 FAILED",
            "6 PENDING");
    assertThat(((Failed) result).step().error().orElseThrow().position()).hasValue("4:35");
    assertThat(((Failed) result).step().error().orElseThrow().message())
        .doesNotContain("not a number");
    assertThat(rig.ask("select count(*) from t")).isEqualTo("1");
    assertThat(rig.ask("select status from sluice.history where path like 'V2%'"))
        .isEqualTo("FAILED");
  }

  @Test
  void aRetryGoesOnBehindWhatIsCommitted() {
    Rollout rollout =
        rollout(
            TABLE,
            script(
                "V2__more.sql",
                """
                insert into t values (1, 0);
                vacuum t;
                update t set n = n + 1;
                insert into missing values (1);
                """));
    assertThat(rig.run(rollout)).isInstanceOf(Failed.class);
    rig.database.execute("create table missing(a int)");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select n from t")).isEqualTo("1");
  }

  @Test
  void aSkippedStatementIsLeftOutAndSaidSo() {
    Rollout rollout =
        rollout(
            TABLE, script("V2__x.sql", "insert into nowhere values (1); insert into t values (1)"));
    assertThat(rig.run(rollout)).isInstanceOf(Failed.class);
    Decision skip = Decision.skip("the table is gone", "lin", Instant.now());
    RolloutResult result = rig.run(with(retry(rollout), 2, skip));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(states(result)).containsExactly("1 DONE committed", "2 SKIPPED", "3 DONE committed");
    assertThat(step(result, 2).warnings()).containsExactly("Left out by @lin: the table is gone");
  }

  @Test
  void whatTheTargetHasIsNotRunAgain() {
    rig.run(rollout(TABLE));
    assertThat(rig.run(rollout(2, 2, TABLE))).isInstanceOf(AlreadyApplied.class);
    assertThat(rig.ask("select count(*) from sluice.history")).isEqualTo("1");
  }

  @Test
  void aVersionWithOtherContentIsRefused() {
    rig.run(rollout(TABLE));
    RolloutResult result =
        rig.run(rollout(2, 2, script("other/V1.0__t.sql", "create table u(a int);")));
    assertThat(((Refused) result).reasons())
        .containsExactly(
            "other/V1.0__t.sql does not run: orders@test has version 1 with other content, from"
                + " V1__t.sql of 7!1.");
  }

  @Test
  void aScriptEditedBetweenTriesIsRefused() {
    rig.run(rollout(TABLE, script("V2__x.sql", "vacuum t; insert into missing values (1);")));
    RolloutResult result =
        rig.run(rollout(1, 2, TABLE, script("V2__x.sql", "vacuum; insert into t values (1);")));
    assertThat(((Refused) result).reasons())
        .contains(
            "V2__x.sql was edited since this rollout began.",
            "V2__x.sql:1: statement 2 is not the one that ran before; the script was edited.");
  }

  @Test
  void aRepeatableScriptRunsWhenItChanged() {
    Script one = script("R__v.sql", "create or replace view v as select 1 as a;");
    Script two = script("R__v.sql", "create or replace view v as select 2 as a;");
    assertThat(rig.run(rollout(1, 1, one))).isInstanceOf(Succeeded.class);
    assertThat(rig.run(rollout(2, 2, one))).isInstanceOf(AlreadyApplied.class);
    assertThat(rig.run(rollout(3, 3, two))).isInstanceOf(Succeeded.class);
    assertThat(rig.run(rollout(4, 4, one))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select a from v")).isEqualTo("1");
  }

  @Test
  void anUndoLetsTheVersionRunAgain() {
    rig.run(rollout(1, 1, TABLE));
    assertThat(rig.run(rollout(2, 2, script("U1__t.sql", "drop table t;"))))
        .isInstanceOf(Succeeded.class);
    assertThat(rig.run(rollout(3, 3, TABLE))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select count(*) from t")).isEqualTo("0");
  }

  @Test
  void aLowerTokenIsRefused() {
    rig.run(rollout(1, 5, TABLE));
    assertThat(rig.run(rollout(2, 4, script("V2__u.sql", "create table u(a int);"))))
        .isInstanceOf(Superseded.class);
  }

  @Test
  void whoLostTheLaneStopsBeforeTheNextStatement() {
    rig.journal.onRecord(s -> rig.journal.takenOver = true);
    assertThat(rig.run(rollout(TABLE))).isInstanceOf(Superseded.class);
    assertThat(rig.ask("select to_regclass('t') is null")).isEqualTo("t");
  }

  @Test
  void transactionControlIsRefusedBeforeAnythingRuns() {
    RolloutResult result =
        rig.run(rollout(TABLE, script("V2__x.sql", "insert into t values (1);\ncommit;")));
    assertThat(((Refused) result).reasons().get(0)).startsWith("V2__x.sql:2:1: Scripts leave");
    assertThat(rig.ask("select to_regclass('t') is null")).isEqualTo("t");
  }

  @Test
  void aSettingOfOneScriptDoesNotReachTheNext() {
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__s.sql",
                    "create schema app; set search_path = app; create table a(x int);"),
                script("V2__p.sql", "create table b(x int);")));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select 'app.a'::regclass || ' ' || 'public.b'::regclass"))
        .isEqualTo("app.a b");
  }

  @Test
  void whatIsCommittedSurvivesACrashOfTheServer() {
    rig.database.execute(
        "do $$ begin execute format('alter database %I set synchronous_commit = off',"
            + " current_database()); end $$");
    String sql = "create table seen as select current_setting('synchronous_commit') as mode";
    assertThat(rig.run(rollout(script("V1__x.sql", sql)))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select mode from seen")).isEqualTo("on");
  }

  @Test
  void aSettingIsThereAgainWhenTheScriptResumes() {
    Rollout rollout =
        rollout(
            script(
                "V1__s.sql",
                "create schema app; set search_path = app; vacuum; create table a as select * from"
                    + " public.missing;"));
    assertThat(rig.run(rollout)).isInstanceOf(Failed.class);
    rig.database.execute("create table missing(x int)");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select 'app.a'::regclass")).isEqualTo("app.a");
  }

  @Test
  void aRoleThatAScriptTakesKeepsItFromOurTablesButNotUs() {
    rig.database.execute(
        "drop role if exists owner_of_app",
        "create role owner_of_app",
        "create schema app",
        "grant all on schema app to owner_of_app");
    RolloutResult result =
        rig.run(rollout(script("V1__s.sql", "set role owner_of_app; create table app.a(x int);")));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select tableowner from pg_tables where tablename = 'a'"))
        .isEqualTo("owner_of_app");
    rig.database.execute("drop owned by owner_of_app", "drop role owner_of_app");
  }

  @Test
  void aDeferredConstraintFailsAtCommit() {
    RolloutResult result =
        rig.run(
            rollout(
                TABLE,
                script(
                    "V2__x.sql",
                    "create table c(t int references t deferrable initially deferred);"
                        + " insert into c values (99);")));
    assertThat(((Failed) result).step().error().orElseThrow().sqlState()).isEqualTo("23503");
    assertThat(states(result)).containsExactly("1 DONE committed", "2 ROLLED_BACK", "3 FAILED");
  }

  @Test
  void anEnumValueIsCommittedBeforeItIsUsed() {
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__e.sql",
                    """
                    create type mood as enum ('ok');
                    alter type mood add value 'fine';
                    create table m(a mood default 'fine');
                    insert into m values ('fine');
                    """)));
    assertThat(result).isInstanceOf(Succeeded.class);
  }
}
