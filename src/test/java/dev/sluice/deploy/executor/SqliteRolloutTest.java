package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rig.states;
import static dev.sluice.deploy.executor.Rollouts.retry;
import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.AlreadyApplied;
import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.RolloutResult.Waiting;
import dev.sluice.deploy.StepState;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteRolloutTest {
  private static final Script TABLE =
      script("V1__t.sql", "create table t(id integer primary key, n int not null default 0);");

  private final Rig rig;

  SqliteRolloutTest(@TempDir Path directory) {
    rig = new Rig(EmbeddedDatabases.sqlite(directory), Dialect.SQLITE);
  }

  @Test
  void aTableIsRebuiltWithForeignKeysOff() {
    Script rebuild =
        script(
            "V2__rebuild.sql",
            """
            pragma foreign_keys = off;
            create table t2(id integer primary key, n int not null, m text);
            insert into t2 select id, n, 'x' from t;
            drop table t;
            alter table t2 rename to t;
            create trigger g after insert on t begin
              update t set n = n + 1 where id = new.id;
            end;
            insert into t values (1, 0, 'y');
            vacuum;
            """);
    RolloutResult result = rig.run(rollout(TABLE, rebuild));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(states(result)).hasSize(9).allMatch(s -> s.endsWith("DONE committed"));
    assertThat(rig.ask("select n from t")).isEqualTo("1");
    assertThat(result.report().snapshots().after().orElseThrow().text()).contains("TRIGGER g");
    assertThat(rig.run(rollout(2, 2, TABLE, rebuild))).isInstanceOf(AlreadyApplied.class);
  }

  @Test
  void aFailureTakesTheDdlOfItsTransactionBack() {
    Rollout rollout =
        rollout(TABLE, script("V2__x.sql", "create table u(a); insert into nowhere values (1);"));
    RolloutResult result = rig.run(rollout);
    assertThat(states(result)).containsExactly("1 DONE committed", "2 ROLLED_BACK", "3 FAILED");
    assertThat(rig.ask("select count(*) from sqlite_master where name = 'u'")).isEqualTo("0");
    rig.database.execute("create table nowhere(a)");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Succeeded.class);
  }

  @Test
  void aBusyDatabaseIsTriedAgain() throws SQLException {
    rig.run(rollout(TABLE));
    Connection other = rig.database.connect();
    Statement writer = other.createStatement();
    writer.execute("begin immediate");
    rig.pause =
        duration -> {
          try {
            other.close();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(rig.run(rollout(2, 2, script("V2__x.sql", "insert into t values (1, 0)"))))
        .isInstanceOf(Succeeded.class);
  }

  @Test
  void cancelInterruptsTheRunningStatement() {
    rig.journal.onRecord(
        s -> {
          if (s.seq() == 2 && s.state() == StepState.STARTED) {
            rig.cancellation.request("lin");
          }
        });
    RolloutResult result =
        rig.run(
            rollout(
                TABLE,
                script(
                    "V2__slow.sql",
                    "insert into t(n) with recursive c(x) as (select 1 union all select x + 1 from"
                        + " c) select x from c;")));
    assertThat(result).isInstanceOf(Cancelled.class);
    assertThat(((Cancelled) result).by()).isEqualTo("lin");
    assertThat(rig.ask("select count(*) from t")).isEqualTo("0");
  }

  @Test
  void aSecondExecutorWaitsAndSaysForWhom() {
    RolloutResult[] second = new RolloutResult[1];
    rig.journal.onRecord(
        s -> {
          if (s.state() == StepState.STARTED && second[0] == null) {
            Rig other = new Rig(rig.database, Dialect.SQLITE);
            other.pause = duration -> {};
            second[0] = other.run(rollout(2, 2, TABLE));
          }
        });
    assertThat(rig.run(rollout(TABLE))).isInstanceOf(Succeeded.class);
    assertThat(((Waiting) second[0]).reason())
        .isEqualTo("The lock of orders@test is held by another deployment of this process.");
  }

  @Test
  void aFailureNamesTheStatement() {
    RolloutResult result =
        rig.run(rollout(TABLE, script("V2__x.sql", "\ninsert into no values (1)")));
    assertThat(((Failed) result).step().line()).isEqualTo(2);
    assertThat(((Failed) result).step().error().orElseThrow().message()).contains("no such table");
  }
}
