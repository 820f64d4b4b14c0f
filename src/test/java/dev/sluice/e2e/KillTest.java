package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.Discussion;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RolloutState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a Sluice in a process of its own with SIGKILL at a random place and lets the next one go
 * on: nothing is lost, nothing is done or said twice. {@code -Dsluice.crash.rounds=20} for more,
 * {@code -Dsluice.crash.seed} to see one again.
 */
final class KillTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 2);
  private static final int MOST_REQUESTS = 25;

  @TempDir Path folder;
  private final List<Process> children = new ArrayList<>();

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  void aReviewIsAnsweredOnceHoweverOftenItsProcessIsKilled() throws Exception {
    Random random = random();
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      for (int round = 1; round <= ROUNDS; round++) {
        shop.world.stop();
        Process child = start(shop);
        shop.world.gitlab.requests().clear();
        Scene scene =
            shop.world.open("create table t" + round + " (name varchar(9));\ndelete from log;\n");
        killAfter(child, shop, 1 + random.nextInt(MOST_REQUESTS), random.nextInt(20));

        goOn(shop);
        assertThat(scene.status("sluice/review")).isEqualTo("failed");
        assertThat(scene.summary()).contains("errors");
        List<Discussion> threads = scene.threads();
        assertThat(threads)
            .hasSizeGreaterThan(1)
            .extracting(d -> Scene.text(d.first()).replaceFirst("(?s).*(<!--.*-->).*", "$1"))
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void aDeploymentHappensOnceAndIsToldOnceAlthoughItsProcessIsKilled() throws Exception {
    Random random = random();
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder)) {
      shop.merged(
          """
          create table counter (id integer primary key, n integer not null);
          insert into counter (id, n) values (1, 0);
          """);
      for (int round = 1; round <= ROUNDS; round++) {
        Scene scene = shop.approved(threeTimes(round));
        shop.world.stop();
        Process child = start(shop);
        shop.world.gitlab.requests().clear();
        shop.world.as("olga").merge(scene.mr);
        if (round % 2 == 1) {
          shop.untilRuns("test", "pg_sleep(0.7)");
          kill(child, "in a statement", random.nextInt(1500));
        } else {
          killAfter(child, shop, 1 + random.nextInt(MOST_REQUESTS), random.nextInt(50));
        }

        goOn(shop);
        assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
        assertThat(shop.ask("test", "select n from counter"))
            .as("round %d", round)
            .isEqualTo(String.valueOf(3 * round));
        assertThat(shop.results(scene))
            .singleElement()
            .asString()
            .contains("Deployed to shop@test: 6/6 statements");
      }
      assertThat(shop.world.gitlab.read(() -> List.copyOf(shop.world.project.deployments)))
          .hasSize(1 + ROUNDS)
          .allMatch(d -> d.status().equals("success"));
      Ledger.Verification verified = shop.world.store().read(Ledger::verify);
      assertThat(verified).isInstanceOf(Ledger.Verification.Ok.class);
    }
  }

  /** Two transactions around a statement that can be in none. */
  private static String threeTimes(int round) {
    String once = "update counter set n = n + 1 where id = 1;\n";
    String slow = "select pg_sleep(0.7);\n";
    return once
        + slow
        + once
        + "create index concurrently counter_n_"
        + round
        + " on counter (n);\n"
        + once
        + slow;
  }

  private static Random random() {
    long seed = Long.getLong("sluice.crash.seed", System.nanoTime());
    System.out.println("kill seed " + seed);
    return new Random(seed);
  }

  private static void goOn(Shop shop) {
    shop.world.start();
    shop.world.pass(Duration.ZERO);
    shop.world.settle();
  }

  private Process start(Shop shop) throws IOException {
    long ahead = Duration.between(Instant.now(), shop.world.clock.instant()).toMillis();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillChild.class.getName(),
                folder.resolve("bot-config.yml").toString(),
                String.valueOf(ahead))
            .redirectError(folder.resolve("child.log").toFile())
            .start();
    children.add(child);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith(KillChild.PORT)) {
      line = lines.readLine();
    }
    assertThat(line).as("the child starts").isNotNull();
    drain(lines);
    hook(shop, line.substring(KillChild.PORT.length()));
    return child;
  }

  /** A child whose output nobody reads stops when the pipe is full. */
  private static void drain(BufferedReader lines) {
    Thread thread = new Thread(() -> lines.lines().forEach(line -> {}), "child-output");
    thread.setDaemon(true);
    thread.start();
  }

  private static void hook(Shop shop, String port) {
    shop.world.gitlab.configure(gitlab -> shop.world.project.hooks.clear());
    String url = "http://127.0.0.1:" + port + "/webhooks/gitlab";
    shop.world.gitlab.addHook(shop.world.project, url, World.WEBHOOK_TOKEN, null);
  }

  /** Kills it some milliseconds after so many requests to GitLab. */
  private static void killAfter(Process child, Shop shop, int requests, int millis)
      throws InterruptedException {
    shop.until(() -> shop.world.gitlab.requests().all().size() >= requests);
    kill(child, "after request " + requests, millis);
  }

  private static void kill(Process child, String where, int millis) throws InterruptedException {
    child.waitFor(millis, TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();
    System.out.println("killed " + where + " + " + millis + " ms");
  }
}
