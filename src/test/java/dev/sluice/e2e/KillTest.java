package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.TestProcess;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a Sluice in a process of its own with SIGKILL, anywhere between a merge request's opening
 * and the end of its deployment, and lets the next one go on: nothing is lost, nothing is done or
 * said twice. {@code -Dsluice.crash.rounds=20} for more, {@code -Dsluice.crash.seed} to see one
 * again.
 */
final class KillTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 2);
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(31);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingIsLostOrDoneTwice(Engine engine) throws Exception {
    crash(engine, configuration -> configuration);
  }

  @Test
  void norWithItsStoreInPostgresql() throws Exception {
    crash(Engine.POSTGRESQL, c -> c.storedIn(EmbeddedDatabases.postgres()));
  }

  private void crash(Engine engine, UnaryOperator<Configuration> changed) throws Exception {
    Random random = random(engine);
    try (Shop shop = Shop.on(engine, folder, changed)) {
      shop.deployed(KillScript.PREPARATION);
      List<Scene> scenes = new ArrayList<>();
      Times times = unharmed(shop, scenes, KillScript.of(engine, 0));
      for (int round = 1; round <= ROUNDS; round++) {
        String sql = KillScript.of(engine, round);
        if (round % 2 == 0) {
          harmReview(shop, scenes, sql, random.nextLong(times.review()));
        } else {
          harmDeployment(shop, scenes, sql, random.nextLong(times.deployment()));
        }
      }
      new KillCheck(shop, scenes).run();
    }
  }

  /** How long it takes when nobody kills, in milliseconds. */
  private record Times(long review, long deployment) {}

  private Times unharmed(Shop shop, List<Scene> scenes, String sql) {
    shop.world.stop();
    try (TestProcess child = start(shop)) {
      long begun = System.nanoTime();
      Scene scene = shop.world.open(sql);
      scenes.add(scene);
      shop.until(() -> reviewed(scene));
      long reviewed = System.nanoTime();
      approveAndMerge(shop, scene);
      shop.until(() -> shop.results(scene).size() == 1);
      Times times =
          new Times((reviewed - begun) / 1_000_000, (System.nanoTime() - reviewed) / 1_000_000);
      System.out.println("unharmed: " + times);
      child.kill();
      goOn(shop);
      return times;
    }
  }

  /** The next process reviews, and then people go on. */
  private void harmReview(Shop shop, List<Scene> scenes, String sql, long millis) throws Exception {
    shop.world.stop();
    Scene scene;
    try (TestProcess child = start(shop)) {
      scene = shop.world.open(sql);
      scenes.add(scene);
      child.killAfter(millis);
    }
    System.out.printf(
        "killed %d ms after the opening, %s the review%n",
        millis, reviewed(scene) ? "after" : "in");
    goOn(shop);
    assertThat(reviewed(scene)).isTrue();
    approveAndMerge(shop, scene);
    shop.world.settle();
  }

  private void harmDeployment(Shop shop, List<Scene> scenes, String sql, long millis)
      throws Exception {
    shop.world.stop();
    try (TestProcess child = start(shop)) {
      Scene scene = shop.world.open(sql);
      scenes.add(scene);
      shop.until(() -> reviewed(scene));
      approveAndMerge(shop, scene);
      child.killAfter(millis);
      System.out.printf(
          "killed %d ms after the merge, %s the result%n",
          millis, shop.results(scene).isEmpty() ? "before" : "after");
    }
    goOn(shop);
  }

  private static boolean reviewed(Scene scene) {
    return scene.status("sluice/review").equals("success");
  }

  private static void approveAndMerge(Shop shop, Scene scene) {
    shop.world.as("dana").approve(scene.mr);
    shop.world.as("olga").merge(scene.mr);
  }

  private static void goOn(Shop shop) {
    shop.world.start();
    shop.world.pass(LONGER_THAN_A_LEASE);
    shop.world.settle();
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

  private static Random random(Engine engine) {
    long seed = Long.getLong("sluice.crash.seed", System.nanoTime());
    System.out.println("kill seed " + seed + " on " + engine);
    return new Random(seed);
  }
}
