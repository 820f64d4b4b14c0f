package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do about deployments with commands, and what they may not. */
final class DeployCommandsTest {
  private static final Engine SQLITE = Engine.SQLITE;

  @TempDir Path folder;

  @Test
  void deployListsUndeployedPredecessorsAndThroughTakesThemAlongInOrder() {
    try (Shop shop = Shop.on(SQLITE, folder)) {
      shop.deployed(SQLITE.logTable());
      Scene first = shop.merged(Shop.writes("a"));
      Scene second = shop.merged(Shop.writes("b"));
      Scene third = shop.merged(Shop.writes("c"));

      third.comment("olga", "/db deploy prod");
      assertThat(third.lastReply())
          .contains("!" + first.mr.iid + ", !" + second.mr.iid, "--through");
      assertThat(shop.results(third)).hasSize(1);

      third.comment("olga", "/db deploy prod --through");
      assertThat(shop.log("prod")).isEqualTo("abc");
      assertThat(shop.lastResult(first)).contains("Deployed to shop@prod");
      assertThat(shop.lastResult(second)).contains("Deployed to shop@prod");
      assertThat(shop.lastResult(third)).contains("Deployed to shop@prod");
    }
  }

  @Test
  void prodIsRefusedBeforeTest() {
    try (Shop shop = Shop.on(SQLITE, folder, Shop::everywhere)) {
      Scene scene = shop.world.open(SQLITE.logTable()).settle().merge();
      scene.comment("olga", "/db deploy prod");
      assertThat(scene.lastReply())
          .contains("is not on shop@test yet, which comes before shop@prod");
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.WAITING);
    }
  }

  @Test
  void deployNeedsAMergeAndAKnownPlace() {
    try (Shop shop = Shop.on(SQLITE, folder)) {
      Scene scene = shop.approved(SQLITE.logTable()).comment("olga", "/db deploy prod");
      assertThat(scene.lastReply()).contains("works after the merge only");
      scene.merge().comment("olga", "/db deploy moon");
      assertThat(scene.lastReply()).contains("no environment, database or target named moon");
      scene.comment("olga", "/db deploy prod").comment("olga", "/db deploy prod");
      assertThat(scene.lastReply()).contains("Nothing of this merge request waits");
    }
  }

  @Test
  void whoMayNotDeployIsToldWhoMay() {
    try (Shop shop = Shop.on(SQLITE, folder)) {
      Scene scene = shop.merged(SQLITE.logTable());
      for (String person : new String[] {"dev", "stranger"}) {
        scene.comment(person, "/db deploy prod");
        assertThat(scene.lastReply()).contains(person, "deploy is for owners");
        assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void aFailureBlocksTheTargetAndSaysEverythingAndRetryGoesOnAfterMending(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      shop.merged(engine.logTable() + "create table keys (name varchar(20) primary key);\n");
      shop.target("test").execute("insert into keys (name) values ('secret-value')");
      Scene failing =
          shop.merged(Shop.writes("a") + "\ninsert into keys (name)\n  values ('secret-value');\n");
      Scene later = shop.merged(Shop.writes("b"));

      assertThat(shop.state(failing, "test")).isEqualTo(RolloutState.FAILED);
      assertThat(shop.state(later, "test")).isEqualTo(RolloutState.READY);
      String note = shop.lastResult(failing);
      assertThat(note)
          .contains(
              "shop@test stopped after 0/2 statements",
              "Nothing is committed",
              failing.path.substring("orders/".length()) + ":3",
              "insert into keys (name)",
              "`/db retry`",
              "`/db skip statement 2 --reason",
              "`/db skip rollout --reason");
      String message = note.substring(note.indexOf("```text"), note.indexOf("Choose"));
      assertThat(message).containsIgnoringCase("unique").doesNotContain("secret-value");
      assertThat(failing.labels()).containsExactly("sluice: stopped");
      assertThat(later.summary()).contains("after !" + failing.mr.iid);

      shop.target("test").execute("delete from keys");
      failing.comment("olga", "/db retry");
      assertThat(shop.log("test")).isEqualTo("ab");
      assertThat(shop.lastResult(failing)).contains("Deployed to shop@test: 2/2 statements");
      assertThat(shop.results(failing)).hasSize(2);
    }
  }

  @Test
  void aFailureBetweenTransactionsSaysWhatIsCommittedAndWhatIsNot() {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder)) {
      shop.merged(Engine.POSTGRESQL.logTable());
      Scene scene =
          shop.merged(
              Shop.writes("a")
                  + "create index concurrently log_who on log (who);\n"
                  + Shop.writes("b")
                  + "select 1 / (select count(*) from log where who = 'nobody');\n");

      assertThat(shop.log("test")).isEqualTo("a");
      assertThat(shop.lastResult(scene))
          .contains("Statements 1–2 are committed; everything else is not.", "division by zero");

      scene.comment("olga", "/db skip statement 4");
      assertThat(scene.lastReply()).contains("--reason");
      scene.comment("olga", "/db skip statement 4 --reason \"only a check\"");
      assertThat(shop.log("test")).isEqualTo("ab");
      assertThat(shop.lastResult(scene)).contains("Deployed to shop@test: 3/4 statements");
    }
  }

  @Test
  void aRolloutThatIsGivenUpLetsLaterOnesPass() {
    try (Shop shop = Shop.on(SQLITE, folder)) {
      shop.merged(SQLITE.logTable() + "create table keys (name varchar(20) primary key);\n");
      shop.target("test").execute("insert into keys (name) values ('x')");
      Scene failing = shop.merged("insert into keys (name) values ('x');\n");
      shop.merged(Shop.writes("b"));
      assertThat(shop.log("test")).isEqualTo("null");

      failing.comment("dev", "/db skip rollout --reason \"let me\"");
      failing.comment("olga", "/db skip rollout");
      assertThat(failing.lastReply()).contains("Say why");
      assertThat(shop.state(failing, "test")).isEqualTo(RolloutState.FAILED);

      failing.comment("olga", "/db skip rollout --reason \"it was there already\"");
      assertThat(shop.state(failing, "test")).isEqualTo(RolloutState.SKIPPED);
      assertThat(failing.summary()).contains("skipped by olga: it was there already");
      assertThat(shop.log("test")).isEqualTo("b");
    }
  }

  @Test
  void cancelStopsTheRunningStatementAndTakesBackTheQueuedOne() {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder)) {
      shop.merged(Engine.POSTGRESQL.logTable());
      Scene slow = shop.approved(Shop.writes("a") + "select pg_sleep(600);\n");
      Scene queued = shop.approved(Shop.writes("b"));
      shop.world.as("olga").merge(slow.mr);
      shop.untilRuns("test", "pg_sleep(600)");
      shop.world.as("olga").merge(queued.mr);
      shop.until(() -> queued.summary().contains("queued"));

      shop.world.as("olga").comment(queued.mr, "/db cancel");
      shop.until(() -> shop.state(queued, "test") == RolloutState.CANCELLED);
      assertThat(shop.state(slow, "test")).isEqualTo(RolloutState.RUNNING);

      slow.comment("olga", "/db cancel");
      assertThat(shop.state(slow, "test")).isEqualTo(RolloutState.CANCELLED);
      assertThat(shop.lastResult(slow)).contains("shop@test was cancelled", "cancelled by olga");
      assertThat(shop.log("test")).isEqualTo("null");

      slow.comment("olga", "/db skip rollout --reason \"too slow\"");
      assertThat(shop.log("test")).isEqualTo("null");
      queued.comment("olga", "/db retry");
      assertThat(shop.log("test")).isEqualTo("b");
    }
  }
}
