package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sluice is stopped and started again on the same store. */
final class RestartTest {
  @TempDir Path folder;

  @Test
  void workThatWasAcceptedIsDoneAfterTheRestart() throws InterruptedException {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene scene = shop.approved(Engine.SQLITE.logTable() + Shop.writes("a"));
      shop.world.as("olga").merge(scene.mr);
      assertThat(shop.world.gitlab.deliveries().awaitIdle(Duration.ofSeconds(30))).isTrue();
      restart(shop);

      assertThat(shop.log("test")).isEqualTo("a");
      assertThat(shop.results(scene)).hasSize(1);
    }
  }

  @Test
  void mergesAndCommandsDuringTheDowntimeAreFound() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene deployed = shop.merged(Engine.SQLITE.logTable());
      Scene merged = shop.approved(Shop.writes("a"));
      shop.world.stop();
      shop.world.as("olga").merge(merged.mr);
      shop.world.as("olga").comment(deployed.mr, "/db deploy prod");
      start(shop);

      assertThat(shop.log("test")).isEqualTo("a");
      assertThat(shop.state(deployed, "prod")).isEqualTo(RolloutState.DONE);
      assertThat(shop.results(deployed)).hasSize(2);
    }
  }

  @Test
  void aStatementThatRunsIsLetEndAndToldOnce() {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder)) {
      shop.merged(Engine.POSTGRESQL.logTable());
      Scene scene = shop.approved(Shop.writes("a") + "select pg_sleep(1);\n" + Shop.writes("b"));
      shop.world.as("olga").merge(scene.mr);
      shop.untilRuns("test", "pg_sleep(1)");
      restart(shop);

      assertThat(shop.log("test")).isEqualTo("ab");
      assertThat(shop.results(scene)).hasSize(1);
    }
  }

  private static void restart(Shop shop) {
    shop.world.stop();
    start(shop);
  }

  private static void start(Shop shop) {
    shop.world.start();
    shop.world.pass(Duration.ZERO);
    shop.world.settle();
  }
}
