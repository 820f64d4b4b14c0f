package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clock is set forward and back at random, in the middle of reviews and deployments: nothing is
 * lost, nothing is done twice, nothing waits for the clock. {@code -Dsluice.crash.rounds=20} for
 * more, {@code -Dsluice.crash.seed} to see one again.
 */
final class ClockStepTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 2);

  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoneTwice() {
    steps(Engine.POSTGRESQL);
  }

  @Test
  void norWithoutAServer() {
    steps(Engine.SQLITE);
  }

  private void steps(Engine engine) {
    long seed = Long.getLong("sluice.crash.seed", System.nanoTime());
    System.out.printf("clock seed %d on %s%n", seed, engine);
    Random random = new Random(seed);
    List<Scene> scenes = new ArrayList<>();
    try (Shop shop = Shop.on(engine, folder)) {
      shop.deployed(KillScript.PREPARATION);
      for (int round = 0; round < ROUNDS; round++) {
        Scene scene = shop.world.open(KillScript.of(engine, round));
        scenes.add(scene);
        step(shop, random);
        step(shop, random);
        scene.settle().approve("dana");
        shop.world.as("olga").merge(scene.mr);
        step(shop, random);
        step(shop, random);
        shop.world.settle();
        shop.world.clock.setWrong(Duration.ZERO);
        scene.comment("olga", "/db deploy prod");
      }
      for (Scene scene : scenes) {
        assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
        assertThat(shop.state(scene, "prod"))
            .as(shop.rollout(scene, "prod") + scene.lastReply())
            .isEqualTo(RolloutState.DONE);
        assertThat(shop.results(scene)).hasSize(2);
      }
      String each = String.valueOf(3 * ROUNDS);
      assertThat(shop.ask("test", "select n from counter")).isEqualTo(each);
      assertThat(shop.ask("prod", "select n from counter")).isEqualTo(each);
      assertThat(shop.world.store().read(Ledger::verify))
          .isInstanceOf(Ledger.Verification.Ok.class);
      assertThat(shop.world.stats().dead()).isZero();
    }
  }

  /** It is wrong by up to a day, after up to a second of work. */
  private static void step(Shop shop, Random random) {
    long begun = System.nanoTime();
    long wait = random.nextLong(Duration.ofSeconds(1).toNanos());
    shop.until(() -> System.nanoTime() - begun >= wait);
    Duration by = Duration.ofSeconds(random.nextLong(2 * 86_400L) - 86_400L);
    System.out.println("clock wrong by " + by);
    shop.world.clock.setWrong(by);
  }
}
