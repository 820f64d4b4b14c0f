package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.TestProcess;
import dev.sluice.demo.http.Fault;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a deployment while it runs, and that nothing of it stays behind. */
final class FlightNoteTest {
  @TempDir Path folder;

  @Test
  void aLongDeploymentHasOneNoteThatShowsHowFarItIsAndBecomesTheResult() throws SQLException {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder, FlightNoteTest::patient)) {
      shop.merged(Engine.POSTGRESQL.logTable());
      Scene scene =
          shop.approved(
              Shop.writes("a") + "alter table log add column note text default 'secret';\n");
      try (Connection reader = shop.target("test").connect();
          Statement statement = reader.createStatement()) {
        statement.execute("set application_name = 'nightly-report'");
        reader.setAutoCommit(false);
        statement.execute("select * from log");
        shop.world.as("olga").merge(scene.mr);
        shop.untilRuns("test", "alter table log add");
        shop.until(() -> current(shop, scene) == 2); // on record within a quarter of a second
        assertThat(progress(scene)).as("not within a moment").isEmpty();

        shop.world.clock.move(Duration.ofSeconds(6));
        shop.until(() -> progress(scene).size() == 1);
        assertThat(progress(scene).get(0)).contains("Deploying to shop@test", "statement 2 of 2");
        shop.until(
            () -> {
              shop.world.clock.move(Duration.ofSeconds(10));
              return progress(scene).get(0).contains("nightly-report");
            });
        assertThat(progress(scene).get(0))
            .contains("waits for session", "alter table log add column note text default '…'")
            .doesNotContain("secret");

        outage(shop, scene);
        reader.rollback();
        shop.until(() -> shop.state(scene, "test") == RolloutState.DONE);
        assertThat(shop.results(scene)).as("GitLab is away, the deployment is not").isEmpty();
      }
      shop.world.gitlab.faults().clear();
      shop.world.settle();
      assertThat(progress(scene)).isEmpty();
      assertThat(shop.results(scene)).singleElement().asString().contains("Deployed to shop@test");
    }
  }

  /** It does not answer, and that takes long. */
  private static void outage(Shop shop, Scene scene) {
    shop.world.gitlab.faults().next(1_000_000, ".*", "", Fault.badGateway());
    shop.world.clock.move(Duration.ofSeconds(11));
    assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.RUNNING);
  }

  @Test
  void theNoteOfAKilledDeploymentIsFoundAgainAndBecomesTheResult() throws Exception {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder, FlightNoteTest::talkative)) {
      shop.merged(Engine.POSTGRESQL.logTable());
      Scene scene = shop.approved("alter table log add column note text;\n");
      shop.world.stop();
      try (Connection reader = shop.target("test").connect();
          Statement statement = reader.createStatement();
          TestProcess child = start(shop)) {
        reader.setAutoCommit(false);
        statement.execute("select * from log");
        shop.world.as("olga").merge(scene.mr);
        shop.until(() -> progress(scene).size() == 1);
        child.kill();
        reader.rollback();
      }
      shop.world.start();
      shop.world.pass(Duration.ofSeconds(31)); // longer than a lease
      shop.world.settle();
      assertThat(progress(scene)).isEmpty();
      assertThat(shop.results(scene)).singleElement().asString().contains("Deployed to shop@test");
    }
  }

  private TestProcess start(Shop shop) {
    long ahead = Duration.between(Instant.now(), shop.world.clock.instant()).toMillis();
    TestProcess child =
        TestProcess.start(
            KillChild.class,
            folder.resolve("child.log"),
            folder.resolve("bot-config.yml").toString(),
            String.valueOf(ahead));
    shop.world.gitlab.configure(gitlab -> shop.world.project.hooks.clear());
    String url = "http://127.0.0.1:" + child.ready() + "/webhooks/gitlab";
    shop.world.gitlab.addHook(shop.world.project, url, World.WEBHOOK_TOKEN, null);
    return child;
  }

  private static Configuration talkative(Configuration configuration) {
    return patient(configuration)
        .changed("deploy", d -> d.replace("attempts", "progress_after: 100ms, attempts"));
  }

  private static Configuration patient(Configuration configuration) {
    return configuration.changed(
        "databases", d -> d.replace("lock_timeout: 500ms", "lock_timeout: 60s"));
  }

  /** The statement that runs, as it is on record; 0 without one. */
  private static int current(Shop shop, Scene scene) {
    RolloutId id = shop.rollout(scene, "test").id();
    return shop.world.store().read(tx -> RolloutSteps.of(tx, id)).stream()
        .filter(s -> s.state() == StepState.STARTED)
        .mapToInt(StepResult::seq)
        .findFirst()
        .orElse(0);
  }

  private static List<String> progress(Scene scene) {
    return scene.said().stream().filter(n -> n.contains("kind=progress/")).toList();
  }
}
