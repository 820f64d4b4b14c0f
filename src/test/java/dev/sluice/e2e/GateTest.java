package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A merge opens nothing by itself: what was not approved does not run, and holds what follows. */
final class GateTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void aMergeWithoutApprovalHoldsItsTargetsUntilSomebodyApproves(Engine engine) {
    try (Shop shop = Shop.on(engine, folder, Shop::everywhere)) {
      shop.merged(engine.logTable());
      Scene around = shop.world.open(Shop.writes("a")).settle().merge();
      Scene later = shop.merged(Shop.writes("b"));

      assertThat(shop.log("test")).isEqualTo("null");
      assertThat(shop.state(around, "test")).isEqualTo(RolloutState.WAITING);
      assertThat(around.summary()).contains("needs 1 × group:dba", "/db approve");
      assertThat(later.summary()).contains("after !" + around.mr.iid);
      assertThat(shop.results(around)).isEmpty();

      around.comment("dev", "/db approve");
      assertThat(around.lastReply()).contains("does not count");
      assertThat(shop.log("test")).isEqualTo("null");

      around.comment("dana", "/db approve");
      assertThat(around.lastReply()).contains("Deployed to shop@test");
      assertThat(shop.log("test")).isEqualTo("ab");
      assertThat(shop.results(around)).hasSize(1);
      assertThat(shop.results(later)).hasSize(1);
    }
  }

  @Test
  void aMergeWhoseReviewFailedIsHeldUntilAnOwnerApproves() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      shop.merged("create table a (id integer primary key);\n");
      Scene scene = shop.world.open("drop table a;\n").settle();
      assertThat(scene.status("sluice/review")).isEqualTo("failed");
      scene.merge();

      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.WAITING);
      assertThat(scene.summary()).contains("merged although its review did not pass");
      scene.comment("dana", "/db approve");
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.WAITING);

      scene.comment("olga", "/db approve");
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
      assertThat(shop.ask("test", "select 1 from sqlite_master where name = 'a'")).isEmpty();
    }
  }

  @Test
  void anApprovalWhoseHookWasLostCountsWhenItIsMerged() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder, Shop::everywhere)) {
      Scene scene = shop.world.open(Engine.SQLITE.logTable()).settle();
      shop.world.gitlab.deliveries().pause();
      shop.world.as("dana").approve(scene.mr);
      shop.world.gitlab.deliveries().loseHeld();
      shop.world.gitlab.deliveries().resume();

      scene.merge();
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
    }
  }

  @Test
  void anApprovalOfOtherContentReleasesNothing() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder, Shop::everywhere)) {
      Scene scene = shop.approved(Engine.SQLITE.logTable());
      scene.push(Engine.SQLITE.logTable() + Shop.writes("x"));
      scene.merge();

      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.WAITING);
      scene.comment("dana", "/db approve");
      assertThat(shop.log("test")).isEqualTo("x");
    }
  }

  @Test
  void aRejectionAfterTheMergeStopsWhatHasNotRun() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene scene = shop.merged(Engine.SQLITE.logTable());
      scene.comment("dana", "/db reject --reason \"not in prod\"");
      scene.comment("olga", "/db deploy prod");

      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      assertThat(scene.summary()).contains("was rejected");
    }
  }
}
