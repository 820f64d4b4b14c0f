package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One database with a dozen targets in one environment: canary, waves, limit, retry. */
final class GroupTest {
  @TempDir Path folder;

  /** As in {@code DDDFWWWWWWWW}: a letter per target, in the order of their names. */
  private static String states(Scene scene) {
    return rollouts(scene).stream()
        .map(r -> r.state().name().substring(0, 1))
        .collect(Collectors.joining());
  }

  private static List<RecordedRollout> rollouts(Scene scene) {
    MergeRequestId id = new MergeRequestId(scene.mr.project.id, scene.mr.iid);
    return scene
        .world
        .store()
        .read(
            tx ->
                Deployments.of(tx, id).stream()
                    .flatMap(d -> Rollouts.of(tx, d.id()).stream())
                    .sorted((a, b) -> a.target().compareTo(b.target()))
                    .toList());
  }

  private static List<String> tables(Scene scene) {
    return scene.said().stream()
        .filter(n -> n.contains("kind=group/") && n.contains("###"))
        .toList();
  }

  private World world(String targets, String group) {
    World world =
        new World(
            folder,
            Configuration.standard()
                .with("environments", "[ { name: prod, deploy: on_merge } ]")
                .with("approval_policies", "{ by_risk: { rules: [] } }")
                .with(
                    "databases",
                    """
                    shop:
                      engine: sqlite
                      targets:
                        - { environment: prod, url: "jdbc:sqlite:%s/{shard}.db", %s }
                      groups: { prod: %s }
                    """
                        .formatted(folder, targets, group)));
    world.pass(Duration.ZERO);
    world.settle();
    return world;
  }

  /** What the change does can go wrong on the targets that have the row already. */
  private static final String CHANGE = "insert into item (id, name) values (1, 'new');\n";

  private void items(World world, List<String> targets, List<String> broken) {
    for (String target : targets) {
      world.execute(target, "create table item (id integer primary key, name text not null)");
      if (broken.contains(target)) {
        world.execute(target, "insert into item (id, name) values (1, 'old')");
      }
    }
  }

  private static List<String> dozen() {
    return IntStream.rangeClosed(1, 12).mapToObj(n -> String.format("t%02d", n)).toList();
  }

  private static Scene merged(World world) {
    return world.open(CHANGE).settle().merge();
  }

  @Test
  void canaryThenWavesUpToTheLimitAndTheRetryOfWhatFailed() {
    try (World world =
        world(
            "shards: \"t{01..12}\"",
            "{ canary: 1, canary_soak: 10m, waves: [ 3, 20 ], parallel: 2, stop_after: 2 }")) {
      items(world, dozen(), List.of("t03", "t06"));
      Scene scene = merged(world);
      assertThat(states(scene)).isEqualTo("DWWWWWWWWWWW");
      assertThat(tables(scene))
          .singleElement()
          .asString()
          .contains("1/12 deployed", "soaks on the canary until");

      world.pass(Duration.ofMinutes(11));
      scene.settle();
      assertThat(states(scene)).startsWith("DDFDDF").contains("W");
      assertThat(tables(scene).get(0))
          .contains("shop@prod stopped", "2 failed", "stopped after 2 failures", "/db retry prod")
          .contains("UNIQUE constraint failed");
      assertThat(scene.summary()).contains("4/12 deployed, 2 failed");
      assertThat(scene.said().stream().filter(n -> n.contains("kind=result"))).isEmpty();
      assertThat(scene.lastReply()).contains("shop@prod stopped", "The table above");

      String before = states(scene);
      world.execute("t03", "delete from item");
      scene.comment("olga", "/db retry prod");
      assertThat(states(scene))
          .as("t03 is mended, one failure is below the limit")
          .doesNotContain("W");
      assertThat(before).isNotEqualTo(states(scene));
      assertThat(states(scene)).isEqualTo("DDDDDFDDDDDD");

      world.execute("t06", "delete from item");
      scene.comment("olga", "/db retry");
      assertThat(states(scene)).isEqualTo("DDDDDDDDDDDD");
      assertThat(tables(scene))
          .singleElement()
          .asString()
          .contains("Deployed to all 12 targets of shop@prod");
      assertThat(world.query("t12", "select name from item")).isEqualTo("new");
    }
  }

  @Test
  void aFailedCanaryStopsEverythingUntilItIsGivenUp() {
    try (World world =
        world("shards: \"t{01..12}\"", "{ canary: 1, parallel: 4, stop_after: 9 }")) {
      items(world, dozen(), List.of("t01"));
      Scene scene = merged(world);
      assertThat(states(scene)).isEqualTo("FWWWWWWWWWWW");
      assertThat(tables(scene).get(0)).contains("the canary shop@prod/t01 failed");

      scene.comment("olga", "/db skip rollout --target shop@prod/t01 --reason \"by hand\"");
      assertThat(states(scene)).isEqualTo("SDDDDDDDDDDD");
      assertThat(tables(scene).get(0)).contains("11 of 12 targets", "1 skipped");
    }
  }

  @Test
  void databasesAreFoundByTheirNames() {
    try (World world =
        world("discover: \"shop_{region}_%\"", "{ canary: { labels: { region: us } } }")) {
      items(world, List.of("shop_eu_1", "shop_eu_2", "shop_us_1", "other"), List.of("shop_us_1"));
      world.reconcile();
      Scene scene = merged(world);
      assertThat(states(scene)).as("the American one is the canary").isEqualTo("WWF");

      items(world, List.of("shop_eu_3"), List.of());
      world.reconcile();
      assertThat(states(scene)).as("one that appears joins").isEqualTo("WWWF");

      world.execute("shop_us_1", "delete from item");
      scene.comment("olga", "/db retry");
      assertThat(states(scene)).isEqualTo("DDDD");

      items(world, List.of("shop_eu_4"), List.of());
      world.reconcile();
      assertThat(states(scene)).as("what is over stays as it is").isEqualTo("DDDD");
    }
  }
}
