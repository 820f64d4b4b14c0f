package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DDL that commits by itself, stopped in the middle: what ran is told, and does not run again. */
final class PartialFailureTest {
  private static final String CUSTOMERS =
      "create table customers (id integer primary key, email varchar(80) not null);\n";

  private static final String THREE =
      """
      alter table customers add column phone varchar(20);
      alter table customers
        add unique key u_email (email);
      create table orders (id integer primary key, customer_id integer not null);
      """;

  /** Runs for a while, and leaves nothing by which one could see whether it did. */
  private static final String SLOW =
      """
      create procedure slowly()
      begin
        update counter set n = n + 1 where id = 1;
        do sleep(1);
        update counter set n = n + 1 where id = 1;
      end;
      """;

  @TempDir Path folder;

  /** The review sees the duplicates before the index does. */
  private static Scene mergedAllTheSame(Shop shop) {
    return shop.approved(THREE)
        .comment("olga", "/db waive require-fitting-data --reason \"to see it fail\"")
        .merge();
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void whatRanIsToldAndRetryResumesAtTheFailedStatement(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      shop.deployed(CUSTOMERS);
      shop.target("test")
          .execute("insert into customers values (1, 'lin@example.com'), (2, 'lin@example.com')");
      Scene scene = mergedAllTheSame(shop);

      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.FAILED);
      assertThat(states(shop, scene, "test"))
          .containsExactly(StepState.DONE, StepState.FAILED, StepState.PENDING);
      assertThat(shop.lastResult(scene))
          .contains(
              "shop@test stopped after 1/3 statements",
              "Statement 1 is committed; everything else is not.",
              scene.path.substring("orders/".length()) + ":2",
              "error 1062",
              "Duplicate entry '…' for key",
              "u_email",
              "`/db retry`",
              "`/db skip statement 2 --reason")
          .doesNotContain("lin@example.com");
      assertThat(shop.ask("test", "select count(phone) from customers")).isEqualTo("0");

      scene.comment("olga", "/db retry");
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.FAILED);
      assertThat(shop.lastResult(scene)).contains("stopped after 1/3 statements");

      shop.target("test").execute("delete from customers where id = 2");
      scene.comment("olga", "/db retry");
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
      assertThat(shop.lastResult(scene)).contains("Deployed to shop@test: 3/3 statements");
      assertThat(states(shop, scene, "test")).containsOnly(StepState.DONE);

      scene.comment("olga", "/db deploy prod");
      assertThat(shop.lastResult(scene)).contains("Deployed to shop@prod: 3/3 statements");
      assertThat(shop.ask("prod", "select count(*) from orders")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void aStatementThatIsSkippedLetsTheRestRun(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      shop.merged(CUSTOMERS);
      shop.target("test").execute("insert into customers values (1, 'x'), (2, 'x')");
      Scene scene = mergedAllTheSame(shop);
      scene.comment("olga", "/db skip statement 2 --reason \"they share an address\"");
      assertThat(shop.lastResult(scene)).contains("Deployed to shop@test: 2/3 statements");
      assertThat(states(shop, scene, "test"))
          .containsExactly(StepState.DONE, StepState.SKIPPED, StepState.DONE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void anUnknownStatementIsRunAgainWhenSomebodySaysThatItDidNotRun(Engine engine)
      throws IOException {
    unknown(
        engine,
        (shop, scene) -> {
          scene.comment("olga", "/db retry");
          assertThat(scene.lastReply()).contains("Nobody can tell", "retry statement");
          assertThat(shop.ask("prod", "select n from counter")).isEqualTo("0");
          scene.comment("olga", "/db retry statement 1 --reason \"rolled back\"");
          assertThat(shop.lastResult(scene)).contains("Deployed to shop@prod: 2/2 statements");
          assertThat(shop.ask("prod", "select n from counter")).isEqualTo("12");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void anUnknownStatementIsPassedOverWhenSomebodySaysThatItRan(Engine engine) throws IOException {
    unknown(
        engine,
        (shop, scene) -> {
          scene.comment("olga", "/db skip statement 1 --reason \"done by hand\"");
          assertThat(shop.lastResult(scene)).contains("Deployed to shop@prod: 1/2 statements");
          assertThat(shop.ask("prod", "select n from counter")).isEqualTo("10");
        });
  }

  /** What a person does about it. */
  @FunctionalInterface
  private interface Decision {
    void about(Shop shop, Scene scene);
  }

  /** A connection that is cut while a procedure runs, which may commit by itself or may not. */
  private void unknown(Engine engine, Decision decision) throws IOException {
    TestDatabase prod = engine.database(folder);
    try (Wire wire = new Wire(prod);
        Shop shop = Shop.behind(wire, engine, prod, folder)) {
      shop.deployed(
          "create table counter (id integer primary key, n integer not null);\n"
              + "insert into counter (id, n) values (1, 0);\n"
              + SLOW);
      Scene scene = shop.merged("call slowly();\nupdate counter set n = n + 10 where id = 1;\n");
      scene.comment("olga", "/db approve"); // what a procedure does, no review can see
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
      shop.world.as("olga").comment(scene.mr, "/db deploy prod");
      shop.untilRuns("prod", "sleep(1)");
      wire.cut();
      shop.world.settle();

      assertThat(states(shop, scene, "prod")).containsExactly(StepState.UNKNOWN, StepState.PENDING);
      assertThat(shop.lastResult(scene))
          .contains("`/db retry statement 1 --reason", "`/db skip statement 1 --reason");
      decision.about(shop, scene);
    }
  }

  private static List<StepState> states(Shop shop, Scene scene, String environment) {
    RecordedRollout rollout = shop.rollout(scene, environment);
    return shop.world.store().read(tx -> RolloutSteps.of(tx, rollout.id())).stream()
        .map(StepResult::state)
        .toList();
  }
}
