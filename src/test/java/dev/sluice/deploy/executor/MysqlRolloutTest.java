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
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(names = {"MYSQL", "MARIADB"})
final class MysqlRolloutTest {
  private static final Script TABLE =
      script("V1__t.sql", "create table T(id int primary key, n int not null default 0);");

  private final Rig rig;

  MysqlRolloutTest(Dialect dialect) {
    rig = new Rig(EmbeddedDatabases.of(dialect, Path.of("")), dialect);
  }

  @Test
  void dataChangesShareATransactionAndDefinitionsRunAlone() {
    Script script =
        script(
            "V2__more.sql",
            """
            insert into T(id) values (1), (2);
            update T set n = n + 1;
            alter table T add m varchar(3);
            update T set n = n + 1;
            """);
    RolloutResult result = rig.run(rollout(TABLE, script));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(states(result)).hasSize(5).allMatch(s -> s.endsWith("DONE committed"));
    assertThat(step(result, 3).rows()).hasValue(2);
    assertThat(rig.ask("select sum(n) from T")).isEqualTo("4");
    assertThat(rig.ask("select group_concat(status, fence_token) from _sluice_history"))
        .isEqualTo("DONE1,DONE1");
    assertThat(rig.run(rollout(2, 2, TABLE, script))).isInstanceOf(AlreadyApplied.class);
    assertThat(result.report().snapshots().unavailable()).isEmpty();
    assertThat(result.report().snapshots().after().orElseThrow().text())
        .contains("`m`")
        .doesNotContain("_sluice");
  }

  @Test
  void aRetryGoesOnAtTheStatementThatFailed() {
    Rollout rollout =
        rollout(
            TABLE,
            script(
                "V2__more.sql",
                """
                insert into T(id) values (1);
                alter table T add a int;
                update T set n = n + 1;
                alter table T add b int, add key (missing);
                update T set n = n + 1;
                """));
    RolloutResult failed = rig.run(rollout);
    assertThat(states(failed))
        .containsExactly(
            "1 DONE committed",
            "2 DONE committed",
            "3 DONE committed",
            "4 DONE committed",
            "5 FAILED",
            "6 PENDING");
    assertThat(((Failed) failed).step().line()).isEqualTo(4);
    rig.database.execute("alter table T add missing int");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select concat(n, a is null, b is null) from T")).isEqualTo("211");
  }

  @Test
  void aFailedDataChangeTakesItsTransactionBackAndNothingElse() {
    RolloutResult result =
        rig.run(
            rollout(
                TABLE,
                script(
                    "V2__x.sql",
                    """
                    insert into T(id) values (1);
                    create table u(a int);
                    insert into T(id) values (2);
                    insert into T(id) values (1);
                    """)));
    assertThat(states(result))
        .containsExactly(
            "1 DONE committed",
            "2 DONE committed",
            "3 DONE committed",
            "4 ROLLED_BACK",
            "5 FAILED");
    assertThat(rig.ask("select group_concat(id) from T")).isEqualTo("1");
  }

  @Test
  void aProcedureThatFailsBeforeItCommitsLeavesNothing() {
    RolloutResult result = rig.run(rollout(TABLE, script("V2__p.sql", procedure(""))));
    assertThat(states(result)).endsWith("3 FAILED");
    assertThat(rig.ask("select count(*) from T")).isEqualTo("0");
  }

  @Test
  void aProcedureThatFailsAfterItsOwnCommitIsHalfDone() {
    Rollout rollout = rollout(TABLE, script("V2__p.sql", procedure("create table u(a int);")));
    RolloutResult result = rig.run(rollout);
    assertThat(states(result)).endsWith("3 UNKNOWN");
    assertThat(((Unknown) result).reason()).contains("a part of it was committed already");
    assertThat(((Unknown) result).step().error()).isPresent();
    assertThat(rig.run(retry(rollout))).isInstanceOf(Unknown.class);
    assertThat(rig.ask("select count(*) from T")).isEqualTo("1");
    Decision skip = Decision.skip("mended by hand", "lin", Instant.now());
    assertThat(rig.run(with(retry(rollout), 3, skip))).isInstanceOf(Succeeded.class);
  }

  private static String procedure(String definition) {
    return """
    create procedure p()
    begin
      insert into T(id) values (1);
      %s
      insert into T(id) values (1);
    end;
    call p();
    """
        .formatted(definition);
  }

  @Test
  void whatNoTransactionTakesBackRunsStatementByStatement() {
    RolloutResult result =
        rig.run(
            rollout(
                script("V1__m.sql", "create table m(id int primary key) engine = MyISAM;"),
                script(
                    "V2__m.sql",
                    "insert into m values (1); insert into m values (2); insert into m values"
                        + " (3), (2), (4);")));
    assertThat(states(result))
        .containsExactly("1 DONE committed", "2 DONE committed", "3 DONE committed", "4 UNKNOWN");
    assertThat(rig.ask("select group_concat(id order by id) from m")).isEqualTo("1,2,3");
  }

  @Test
  void warningsAreKept() {
    RolloutResult result =
        rig.run(rollout(script("V1__d.sql", "drop table if exists nothing_there;")));
    assertThat(step(result, 1).warnings()).singleElement().asString().startsWith("1051: ");
  }

  @Test
  void aSettingOfOneScriptDoesNotReachTheNextButIsThereWhenItsOwnResumes() {
    Rollout rollout =
        rollout(
            TABLE,
            script(
                "V2__s.sql",
                """
                set @by = 10, sql_mode = 'ANSI_QUOTES';
                alter table T add a int;
                insert into "T"(id, n) values (1, @by), (2, @by + (select 0 from later));
                """),
            script("V3__s.sql", "insert into T(id, n) values (4, coalesce(@by, \"5\"));"));
    assertThat(rig.run(rollout)).isInstanceOf(Failed.class);
    rig.database.execute("create table later as select 1 as x");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select group_concat(n order by id) from T")).isEqualTo("10,10,5");
  }

  @Test
  void theSessionHasTheModeOfTheServerAndNotOfTheDriver() {
    rig.run(rollout(script("V1__p.sql", "create procedure p() select 1;")));
    assertThat(
            rig.ask(
                "select sql_mode = @@global.sql_mode from information_schema.routines"
                    + " where routine_schema = database()"))
        .isEqualTo("1");
  }

  @Test
  void aStatementFindsTheTargetsDatabaseWhateverHappenedInBetween() {
    String other = rig.ask("select database()") + "_other";
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__o.sql",
                    "create database %1$s; create table %1$s.t(a int); insert into %1$s.t values (1);"
                        .formatted(other)),
                TABLE,
                script("V3__o.sql", "drop database " + other)));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(rig.ask("select count(*) from T")).isEqualTo("0");
  }

  @Test
  void anotherDatabaseIsNotEnteredByUse() {
    RolloutResult result = rig.run(rollout(script("V1__u.sql", "use mysql; select 1;")));
    assertThat(((Refused) result).reasons().get(0))
        .startsWith("V1__u.sql:1:1: USE would run the statements behind it in another database");
  }

  @Test
  void aLowerTokenIsRefused() {
    rig.run(rollout(1, 5, TABLE));
    assertThat(rig.run(rollout(2, 4, script("V2__u.sql", "create table u(a int);"))))
        .isInstanceOf(Superseded.class);
  }

  @Test
  void textInEveryAlphabetArrives() {
    rig.run(rollout(script("V1__汉.sql", "create table t(a text); insert into t values ('汉💥é');")));
    assertThat(rig.ask("select concat(hex(a), char_length(a)) from t"))
        .isEqualTo("E6B189F09F92A5C3A93");
    assertThat(rig.ask("select path from _sluice_history")).isEqualTo("V1__汉.sql");
  }
}
