package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.Issue;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people change by hand is seen before a deployment and by the schedule. */
final class DriftTest {
  private static final String ENVIRONMENTS =
      """
      - { name: test, deploy: on_merge }
      - { name: prod, deploy: manual, drift: { policy: block, ignore: [ "index:ignored.*" ] } }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void driftIsToldOnTestHoldsProdAndIsAccepted(Engine engine) {
    try (Shop shop = Shop.on(engine, folder, c -> c.with("environments", ENVIRONMENTS))) {
      shop.deployed(engine.logTable());
      byHand(shop, "alter table log add column by_hand varchar(20)");
      Scene scene = shop.merged("create table more (id integer primary key);\n");

      assertThat(shop.lastResult(scene))
          .contains("🚀 Deployed to shop@test", "shop@test was not as Sluice left it")
          .contains("What had changed past Sluice", "by_hand");
      assertThat(issues(shop)).as("it is as Sluice left it again").isEmpty();

      scene.comment("olga", "/db deploy prod");
      assertThat(scene.summary()).contains("accept-drift");
      shop.world.reconcile();
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      assertThat(held(scene)).singleElement().asString().contains("⛔ shop@prod waits", "by_hand");

      shop.world.pass(Duration.ofHours(25));
      shop.world.settle();
      assertThat(issues(shop))
          .singleElement()
          .satisfies(i -> assertThat(i.title).contains("shop@prod is not as Sluice left it"))
          .satisfies(i -> assertThat(i.description).contains("by_hand", "/db accept-drift"));

      scene.comment("dev", "/db accept-drift --reason \"mine\"");
      assertThat(scene.lastReply()).contains("accept-drift is for owners");
      scene.comment("olga", "/db accept-drift");
      assertThat(scene.lastReply()).contains("Say why");
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      scene.comment("olga", "/db accept-drift shop@prod --reason \"hotfix of May 3\"");

      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.DONE);
      assertThat(shop.lastResult(scene)).doesNotContain("not as Sluice left it");
      assertThat(issues(shop)).extracting(i -> i.state).containsExactly("closed");
      assertThat(accepted(shop)).isEqualTo("hotfix of May 3");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void theScheduleKeepsOneIssueUpToDateAndClosesIt(Engine engine) {
    try (Shop shop = Shop.on(engine, folder, c -> c.with("environments", ENVIRONMENTS))) {
      shop.deployed(engine.logTable());
      onProd(shop, "create index ignored_1 on log (who)");
      aDayLater(shop);
      assertThat(issues(shop)).as("ignored by the configuration").isEmpty();

      onProd(shop, "create table by_hand (id integer primary key)");
      aDayLater(shop);
      Issue issue = issues(shop).get(0);
      Instant told = shop.world.gitlab.read(() -> issue.updatedAt);
      aDayLater(shop);
      assertThat(shop.world.gitlab.read(() -> issue.updatedAt)).as("no news").isEqualTo(told);

      onProd(shop, "create table by_another (id integer primary key)");
      aDayLater(shop);
      assertThat(issues(shop)).hasSize(1);
      assertThat(description(shop, issue)).contains("by_another", "by_hand");

      onProd(shop, "drop table by_hand");
      onProd(shop, "drop table by_another");
      aDayLater(shop);
      assertThat(issues(shop)).extracting(i -> i.state).containsExactly("closed");
      assertThat(description(shop, issue)).contains("as it should be again");
    }
  }

  @Test
  void whatTheEnvironmentAcceptsIsTheNewNormal() {
    String accepting =
        "[ { name: test, deploy: on_merge, drift: { policy: accept } }, { name: prod } ]";
    try (Shop shop = Shop.on(Engine.SQLITE, folder, c -> c.with("environments", accepting))) {
      shop.merged(Engine.SQLITE.logTable());
      shop.target("test").execute("alter table log add column by_hand varchar(20)");
      Scene scene = shop.merged("create table more (id integer primary key);\n");
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
      assertThat(shop.lastResult(scene)).contains("🚀 Deployed to shop@test", "by_hand");
      assertThat(accepted(shop)).isEqualTo("by the policy of the environment");

      aDayLater(shop);
      assertThat(issues(shop)).isEmpty();
      Scene next = shop.merged("create table last (id integer primary key);\n");
      assertThat(shop.lastResult(next)).contains("🚀").doesNotContain("by_hand");
    }
  }

  private static void byHand(Shop shop, String sql) {
    shop.target("test").execute(sql);
    onProd(shop, sql);
  }

  private static void onProd(Shop shop, String sql) {
    shop.target("prod").execute(sql);
  }

  private static void aDayLater(Shop shop) {
    shop.world.pass(Duration.ofHours(25));
    shop.world.settle();
  }

  private static List<Issue> issues(Shop shop) {
    return shop.world.gitlab.read(() -> List.copyOf(shop.world.project.issues.values()));
  }

  private static String description(Shop shop, Issue issue) {
    return shop.world.gitlab.read(() -> issue.description);
  }

  private static List<String> held(Scene scene) {
    return scene.said().stream().filter(n -> n.contains("kind=drift/")).toList();
  }

  private static String accepted(Shop shop) {
    return shop.world.store().read(tx -> Ledger.entries(tx, Ledger.Filter.newest(100))).stream()
        .map(Ledger.Recorded::entry)
        .filter(e -> e.action().equals("baseline.accepted"))
        .map(e -> String.valueOf(e.reason()))
        .findFirst()
        .orElse("");
  }
}
