package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.hooks.Delivery;
import dev.sluice.e2e.Shop.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However it is merged, and whatever happens to the hooks: what runs is what the branch says. */
final class MergeOrderTest {
  @TempDir Path folder;

  @Test
  void aMergeCommitDeploysWhatItBrought() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene scene = twoCommits(shop);
      scene.merge();
      ranBoth(shop, scene);
    }
  }

  @Test
  void aSquashDeploysWhatItBrought() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene scene = twoCommits(shop);
      shop.world.as("olga").squashAndMerge(scene.mr);
      ranBoth(shop, scene.settle());
    }
  }

  @Test
  void aFastForwardOfSeveralCommitsIsOneDeployment() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      shop.world.gitlab.configure(gitlab -> shop.world.project.settings.mergeMethod = "ff");
      Scene scene = twoCommits(shop);
      scene.merge();
      ranBoth(shop, scene);
    }
  }

  @Test
  void aSquashedFastForwardIsOneDeployment() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      shop.world.gitlab.configure(gitlab -> shop.world.project.settings.mergeMethod = "ff");
      Scene scene = twoCommits(shop);
      shop.world.as("olga").squashAndMerge(scene.mr);
      ranBoth(shop, scene.settle());
    }
  }

  /** The later script comes first: commits do not order scripts, versions do. */
  private static Scene twoCommits(Shop shop) {
    Scene scene =
        shop.world.open(
            "orders/V2__first.sql",
            "Log",
            FileAction.put("orders/V2__first.sql", Shop.writes("b")));
    scene.settle();
    return scene
        .push(FileAction.put("orders/V1__log.sql", Engine.SQLITE.logTable() + Shop.writes("a")))
        .approve("dana");
  }

  private static void ranBoth(Shop shop, Scene scene) {
    assertThat(shop.log("test")).isEqualTo("ab");
    assertThat(shop.results(scene))
        .singleElement()
        .asString()
        .contains("Deployed to shop@test: 3/3 statements");
    scene.comment("olga", "/db deploy prod");
    assertThat(shop.log("prod")).isEqualTo("ab");
    assertThat(issues(shop)).isEmpty();
  }

  private static List<String> issues(Shop shop) {
    return shop.world.gitlab.read(
        () -> shop.world.project.issues.values().stream().map(i -> i.title).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void twoMergesWithTheirHooksReversedRunInBranchOrder(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      shop.merged(engine.logTable());
      Scene first = shop.approved(Shop.writes("a"));
      Scene second = shop.approved(Shop.writes("b"));

      shop.world.gitlab.deliveries().pause();
      shop.world.as("olga").merge(first.mr);
      shop.world.as("olga").merge(second.mr);
      List<Delivery> hooks = new ArrayList<>(shop.world.gitlab.deliveries().held());
      Collections.reverse(hooks);
      assertThat(hooks).hasSizeGreaterThanOrEqualTo(4);
      hooks.forEach(shop.world.gitlab.deliveries()::release);
      shop.world.settle();

      assertThat(shop.log("test")).isEqualTo("ab");
      assertThat(shop.results(first)).hasSize(1);
      assertThat(shop.results(second)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void aMergeWhoseHooksWereLostStillRunsBeforeTheNextOne(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      shop.merged(engine.logTable());
      Scene first = shop.approved(Shop.writes("a"));
      Scene second = shop.approved(Shop.writes("b"));

      shop.world.gitlab.deliveries().pause();
      shop.world.as("olga").merge(first.mr);
      shop.world.gitlab.deliveries().loseHeld();
      shop.world.gitlab.deliveries().resume();
      second.merge();

      assertThat(shop.log("test")).isEqualTo("ab");
      assertThat(shop.results(first)).hasSize(1);
      assertThat(shop.results(second)).hasSize(1);
    }
  }

  @Test
  void aMergeOfWhichNoHookArrivedIsFoundByTheReconciler() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene scene = shop.approved(Engine.SQLITE.logTable() + Shop.writes("a"));
      shop.world.gitlab.deliveries().pause();
      scene.merge();
      shop.world.gitlab.deliveries().loseHeld();
      assertThat(shop.results(scene)).isEmpty();

      shop.world.reconcile();
      assertThat(shop.log("test")).isEqualTo("a");
    }
  }

  @Test
  void hooksThatComeTwiceDeployOnce() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      shop.merged(Engine.SQLITE.logTable());
      Scene scene = shop.approved(Shop.writes("a"));
      for (int i = 0; i < 4; i++) {
        shop.world.gitlab.deliveries().duplicateNext(hook -> true);
      }
      shop.world.gitlab.deliveries().pause();
      shop.world.as("olga").merge(scene.mr);
      List<Delivery> hooks = shop.world.gitlab.deliveries().held();
      shop.world.gitlab.deliveries().resume();
      shop.world.settle();
      hooks.forEach(shop.world.gitlab.deliveries()::resend);
      shop.world.settle();
      shop.world.reconcile();

      assertThat(shop.log("test")).isEqualTo("a");
      assertThat(shop.results(scene)).hasSize(1);
      assertThat(shop.world.gitlab.read(() -> scene.mr.project.deployments.size())).isEqualTo(2);
    }
  }
}
