package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rig.step;
import static dev.sluice.deploy.executor.Rollouts.retry;
import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bulk.OnlineSettings;
import dev.sluice.bulk.OnlineTool;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.deploy.StepError;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(names = {"MYSQL", "MARIADB"})
final class OnlineRunTest {
  private static final String ADD = "-- sluice: online\nalter table item add note int;";
  private final Rig rig;

  OnlineRunTest(Dialect dialect) {
    rig = new Rig(EmbeddedDatabases.of(dialect, Path.of("")), dialect);
  }

  @BeforeEach
  void fill() {
    rig.database.execute("create table item(id int primary key)");
  }

  private void tool(OnlineTool tool, String mode) {
    rig.online(new OnlineSettings(tool, FakeTool.command(mode), Duration.ofHours(1)));
  }

  @Test
  void theToolGetsTheClausesWithoutAShellAndTheAccountInAFileOfOurs() {
    tool(OnlineTool.PT_OSC, "works");
    String hostile = "$(touch /tmp/sluice-was-here) {table} `id` \" ; drop table item #";
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__x.sql",
                    "-- sluice: online\nalter table item add note varchar(99)\n  default '"
                        + hostile
                        + "';")));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(
            rig.ask(
                "select column_default from information_schema.columns where table_name = 'item'"
                    + " and table_schema = database() and column_name = 'note'"))
        .contains(hostile);
    assertThat(step(result, 1).warnings())
        .contains("file rw-------", "environment [HOME, LC_ALL, PATH]");
  }

  @Test
  void anExitCodeIsAFailureWithTheLastLinesAndARetryRunsItAgain() {
    tool(OnlineTool.PT_OSC, "fails");
    Rollout rollout = rollout(script("V1__x.sql", ADD));
    RolloutResult failed = rig.run(rollout);
    assertThat(failed).isInstanceOf(Failed.class);
    StepError error = step(failed, 1).error().orElseThrow();
    assertThat(error.message()).contains("exit code 3").contains("cannot do it");
    tool(OnlineTool.PT_OSC, "works");
    assertThat(rig.run(retry(rollout))).isInstanceOf(Succeeded.class);
  }

  @Test
  void aToolThatFailsAfterTheSwapLeavesItToAPerson() {
    tool(OnlineTool.PT_OSC, "fails-late");
    assertThat(rig.run(rollout(script("V1__x.sql", ADD)))).isInstanceOf(Unknown.class);
  }

  @Test
  void aCancelEndsTheTool() throws Exception {
    tool(OnlineTool.PT_OSC, "hangs");
    Rollout rollout = rollout(script("V1__x.sql", ADD));
    CompletableFuture<RolloutResult> result = CompletableFuture.supplyAsync(() -> rig.run(rollout));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> rig.journal.seen().stream().anyMatch(u -> u.stage().orElse("").equals("45 %")));
    rig.cancellation.request("lin");
    assertThat(result.get()).isInstanceOf(Cancelled.class);
    assertThat(ProcessHandle.current().descendants().filter(OnlineRunTest::isFake)).isEmpty();
  }

  private static boolean isFake(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(FakeTool.class.getName());
  }

  @Test
  void whatTheToolCannotDoIsRefusedBeforeItStarts() {
    assertThat(message(ADD)).contains("No online schema change tool is configured");
    tool(OnlineTool.GH_OST, "works");
    rig.database.execute(
        "create table child(id int primary key, item int, foreign key (item) references item(id))",
        "create table keyless(a int)",
        "create table `a,b`(id int primary key)");
    assertThat(message(ADD)).contains("gh-ost knows none");
    assertThat(message(ADD.replace("item", "keyless"))).contains("has no primary or unique one");
    assertThat(message(ADD.replace("item", "`a,b`"))).contains("cannot be told such a name");
    tool(OnlineTool.PT_OSC, "works");
    assertThat(message(ADD)).contains("--alter-foreign-keys-method");
    rig.database.execute("create trigger t before insert on keyless for each row set @a = 1");
    rig.database.execute("alter table keyless add primary key (a)");
    assertThat(message(ADD.replace("item", "keyless"))).contains("has triggers");
  }

  private long last = 1;

  private String message(String sql) {
    last++;
    RolloutResult result = rig.run(rollout(last, last, script("V" + last + "__x.sql", sql)));
    assertThat(result).isInstanceOf(Failed.class);
    return step(result, 1).error().orElseThrow().message();
  }
}
