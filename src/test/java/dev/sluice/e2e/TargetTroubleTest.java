package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that are locked, away, or lost in the middle. */
final class TargetTroubleTest {
  private static final String COUNTER =
      """
      create table counter (id integer primary key, n integer not null);
      insert into counter (id, n) values (1, 0);
      """;
  private static final String ONCE = "update counter set n = n + 1 where id = 1;\n";

  @TempDir Path folder;

  @Test
  void aLockTimeoutNamesTheBlockerAndRetryGoesOn() throws SQLException {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder)) {
      shop.merged(COUNTER);
      Scene scene = shop.approved("alter table counter add column note varchar(10);\n");
      TestDatabase target = shop.target("test");
      try (Connection other =
              DriverManager.getConnection(
                  target.url() + "?ApplicationName=nightly-report",
                  target.username(),
                  target.password());
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("select n from counter");
        scene.merge();
        assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.FAILED);
        assertThat(shop.lastResult(scene))
            .contains("lock timeout", "55P03", "Blocked by", "nightly-report");
      }
      scene.comment("olga", "/db retry");
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
    }
  }

  @Test
  void aTargetThatIsAwayIsWaitedForAndPeopleAreTold() throws IOException {
    TestDatabase prod = EmbeddedDatabases.postgres();
    try (Wire wire = new Wire(prod);
        Shop shop = Shop.behind(wire, prod, folder)) {
      Scene scene = shop.merged(COUNTER);
      wire.pullOut();
      shop.world.as("olga").comment(scene.mr, "/db deploy prod");
      shop.until(() -> scene.summary().contains("not reachable"));
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.READY);
      assertThat(shop.results(scene)).hasSize(1);

      wire.putBack();
      shop.world.settle();
      assertThat(shop.ask("prod", "select n from counter")).isEqualTo("0");
      assertThat(shop.results(scene)).hasSize(2);
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.DONE);
    }
  }

  @Test
  void aWaitForATargetCanBeCancelled() throws IOException {
    TestDatabase prod = EmbeddedDatabases.postgres();
    try (Wire wire = new Wire(prod);
        Shop shop = Shop.behind(wire, prod, folder)) {
      Scene scene = shop.merged(COUNTER);
      wire.pullOut();
      shop.world.as("olga").comment(scene.mr, "/db deploy prod");
      shop.until(() -> shop.state(scene, "prod") == RolloutState.READY);
      scene.comment("olga", "/db cancel");

      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.CANCELLED);
      wire.putBack();
      shop.world.reconcile();
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.CANCELLED);
    }
  }

  @Test
  void aConnectionThatIsLostInTheMiddleChangesNothing() throws IOException {
    TestDatabase prod = EmbeddedDatabases.postgres();
    try (Wire wire = new Wire(prod);
        Shop shop = Shop.behind(wire, prod, folder)) {
      shop.deployed(COUNTER);
      Scene scene =
          shop.merged(
              ONCE
                  + "create index concurrently counter_n on counter (n);\n"
                  + ONCE
                  + "select pg_sleep(0.8);\n"
                  + ONCE);
      shop.world.as("olga").comment(scene.mr, "/db deploy prod");
      shop.untilRuns("prod", "pg_sleep(0.8)");
      wire.cut();
      shop.world.settle();

      assertThat(shop.ask("prod", "select n from counter")).isEqualTo("3");
      assertThat(shop.lastResult(scene)).contains("Deployed to shop@prod: 5/5 statements");
      assertThat(shop.results(scene)).hasSize(2);
    }
  }

  @Test
  void aConcurrentIndexRunsOutsideATransaction() {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder)) {
      shop.merged(COUNTER);
      Scene scene = shop.merged("create index concurrently counter_n on counter (n);\n");
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
      assertThat(
              shop.ask(
                  "test",
                  "select indisvalid from pg_index where indexrelid = 'counter_n'::regclass"))
          .isEqualTo("t");
      assertThat(shop.lastResult(scene)).contains("+", "counter_n");
    }
  }
}
