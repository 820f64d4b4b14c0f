package dev.sluice.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.http.Fault;
import dev.sluice.demo.http.Faults;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GitLab that fails around a deployment: one effect, one note, one record all the same. */
final class GitLabTroubleTest {
  private static final Map<String, Fault> FAULTS =
      Map.of(
          "502", Fault.badGateway(),
          "502 after it was done", Fault.badGateway().afterwards(),
          "429", Fault.tooManyRequests(0),
          "closed", Fault.close(),
          "closed after it was done", Fault.close().afterwards(),
          "too late", Fault.delay(Duration.ofMillis(2500)));

  @TempDir Path folder;

  @Test
  void writesThatFailAreMadeUpForAndNeverDoubled() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      shop.merged(Engine.SQLITE.logTable());
      FAULTS.forEach(
          (name, fault) -> {
            Scene scene = shop.approved(Shop.writes("x"));
            Faults faults = shop.world.gitlab.faults();
            for (String path : List.of("/notes", "/deployments", "/statuses", "/labels")) {
              faults.next(1, "POST", path, fault);
              faults.next(1, "PUT", path, fault);
            }
            scene.merge();
            faults.clear();
            deployedOnce(shop, scene, name);
          });
      assertThat(shop.log("test")).isEqualTo("x".repeat(FAULTS.size()));
    }
  }

  @Test
  void readsThatFailOnlyCostTime() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      shop.merged(Engine.SQLITE.logTable());
      Scene scene = shop.approved(Shop.writes("x"));
      Faults faults = shop.world.gitlab.faults();
      for (String path : List.of("/commits", "/merge_requests/", "/branches", "/approvals")) {
        faults.next(2, "GET", path, Fault.badGateway());
        faults.next(1, "GET", path, Fault.tooManyRequests(0));
        faults.next(5, "GET", path, Fault.close());
      }
      scene.merge();
      deployedOnce(shop, scene, "reads");
    }
  }

  @Test
  void aResultThatCannotBeToldIsToldLater() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene scene = shop.approved(Engine.SQLITE.logTable() + Shop.writes("x"));
      shop.world.gitlab.faults().next(1000, "POST", "/notes", Fault.badGateway());
      shop.world.as("olga").merge(scene.mr);
      shop.until(() -> shop.isIn(scene, "test", RolloutState.DONE));
      assertThat(shop.log("test")).isEqualTo("x");
      assertThat(shop.results(scene)).isEmpty();

      shop.world.gitlab.faults().clear();
      shop.world.settle();
      deployedOnce(shop, scene, "later");
      assertThat(shop.log("test")).isEqualTo("x");
    }
  }

  @Test
  void aRolloutThatCannotBeginForGitLabsSakeCanBeCancelled() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene scene = shop.approved(Engine.SQLITE.logTable());
      shop.world.gitlab.faults().next(1000, "POST", "/deployments", Fault.badGateway());
      shop.world.as("olga").merge(scene.mr);
      shop.until(() -> shop.isIn(scene, "test", RolloutState.RUNNING));
      shop.world.as("olga").comment(scene.mr, "/db cancel");
      shop.until(() -> shop.isIn(scene, "test", RolloutState.CANCELLED));

      shop.world.gitlab.faults().clear();
      shop.world.settle();
      assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.CANCELLED);
      assertThat(shop.lastResult(scene)).contains("shop@test was cancelled");
      assertThat(shop.ask("test", "select 1 from sqlite_master where name = 'log'")).isEmpty();
    }
  }

  private static void deployedOnce(Shop shop, Scene scene, String fault) {
    assertThat(shop.results(scene)).as(fault).hasSize(1);
    assertThat(scene.summary()).as(fault).contains("✅ deployed");
    String commit =
        shop.world.gitlab.read(() -> requireNonNull(requireNonNull(scene.mr.merge).mergeCommit()));
    assertThat(
            shop.world.gitlab.read(
                () ->
                    shop.world.project.deployments.stream()
                        .filter(d -> d.sha().equals(commit))
                        .map(d -> d.status())
                        .toList()))
        .as(fault)
        .containsExactly("success");
  }
}
