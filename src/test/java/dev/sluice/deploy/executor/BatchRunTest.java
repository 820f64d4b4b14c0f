package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rig.step;
import static dev.sluice.deploy.executor.Rollouts.retry;
import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Refused;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class BatchRunTest {
  private static final int ROWS = 95;

  private final Dialect dialect;
  private Rig rig;

  BatchRunTest(Dialect dialect, @TempDir Path directory) {
    this.dialect = dialect;
    this.rig = new Rig(EmbeddedDatabases.of(dialect, directory), dialect);
  }

  @BeforeEach
  void fill() {
    rig.database.execute(
        "create table item(id int not null primary key, part varchar(20) not null, n int not null)",
        "insert into item values "
            + IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> "(" + i * 3 + ", 'p''" + i % 7 + "\\', 0)")
                .map(v -> dialect.name().matches("MYSQL|MARIADB") ? v.replace("\\'", "\\\\'") : v)
                .collect(Collectors.joining(", ")));
  }

  @Test
  void everyRowIsMetOnceThoughItStillMeetsTheCondition() {
    RolloutResult result =
        run(
            "update item set n = 7 where id > 1;",
            "batch size=10",
            "update item set n = n + 1 where n > 0;");
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(rig.all("select distinct n from item")).containsExactly("8");
    StepResult step = step(result, 2);
    assertThat(step.rows()).hasValue(ROWS);
    assertThat(step.committed()).isTrue();
    assertThat(step.warnings().get(0)).contains("95 rows in 10 batches, 95 changed");
  }

  @Test
  void aKeyOfTwoColumnsAndText() {
    rig.database.execute(
        "create table wide(a varchar(20) not null, b int not null, n int, primary key (a, b))",
        "insert into wide select part, id, 0 from item");
    RolloutResult result = run("", "batch size=4", "update wide set n = coalesce(n, 0) + 1;");
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(rig.all("select distinct n from wide")).containsExactly("1");
  }

  @Test
  void aValueOfAKeyThatIsNotUniqueIsNotTorn() {
    rig.database.execute("create index item_part on item(part)");
    RolloutResult result = run("", "batch size=10 key=part", "update item set n = n + 1;");
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(rig.all("select distinct n from item")).containsExactly("1");
    assertThat(step(result, 1).rows()).hasValue(ROWS);
  }

  @Test
  void aFailureKeepsWhatIsCommittedAndARetryGoesOnBehindIt() {
    rig.database.execute(
        "create table once(id int not null primary key, v int not null unique)",
        "insert into once select id, id from item",
        "insert into once values (1000, -1)");
    Rollout rollout =
        rollout(
            script(
                "V1__x.sql",
                "-- sluice: batch size=10\n"
                    + "update once set v = case when id = 120 then -1 else v + 2000 end;"));
    RolloutResult failed = rig.run(rollout);
    assertThat(failed).isInstanceOf(Failed.class);
    StepResult step = step(failed, 1);
    assertThat(step.stayedPartly()).isTrue();
    assertThat(step.rows()).hasValue(30);
    assertThat(rig.ask("select count(*) from once where v > 2000")).isEqualTo("30");
    rig.database.execute("delete from once where v = -1");
    RolloutResult result = rig.run(retry(rollout));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(step(result, 1).rows()).hasValue(ROWS);
    assertThat(rig.ask("select count(*) from once where v between 2001 and 3000")).isEqualTo("94");
  }

  @Test
  void aCancelStopsBetweenBatchesAndTellsWhatIsCommitted() {
    int[] rests = {0};
    rig.pause =
        d -> {
          if (++rests[0] == 3) {
            rig.cancellation.request("lin");
          }
        };
    Rollout rollout =
        rollout(script("V1__x.sql", "-- sluice: batch size=10 pause=1ms\nupdate item set n = 1;"));
    RolloutResult result = rig.run(rollout);
    assertThat(result).isInstanceOf(Cancelled.class);
    StepResult step = ((Cancelled) result).step();
    assertThat(step.state()).isEqualTo(StepState.FAILED);
    assertThat(step.warnings().get(0)).startsWith("30 ").endsWith("3 batches, 30 changed");
    assertThat(rig.ask("select sum(n) from item")).isEqualTo("30");
  }

  @Test
  void whatCannotBeSplitRunsNothing() {
    assertThat(run("", "batch", "delete from item where n = 0 or n in (select n from item);"))
        .isInstanceOf(Refused.class);
    assertThat(run("", "batch sise=3", "delete from item;")).isInstanceOf(Refused.class);
    RolloutResult noKey = run("create table u(a int);", "batch", "delete from u;");
    assertThat(((Failed) noKey).step().error().orElseThrow().message()).isEqualTo(NO_KEY);
  }

  private static final String NO_KEY =
      "The table has no primary key; name a unique, indexed and NOT NULL column with key=….";

  private RolloutResult run(String before, String directive, String statement) {
    Script script = script("V1__x.sql", before + "\n-- sluice: " + directive + "\n" + statement);
    return rig.run(rollout(script));
  }
}
