package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RecordedVote;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.Votes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole state after crashes: each merge request must look like the first, which nobody
 * disturbed.
 */
record KillCheck(Shop shop, List<Scene> scenes) {
  private static final Pattern KIND = Pattern.compile("sluice kind=([a-z]+)");

  void run() {
    Scene unharmed = scenes.get(0);
    for (Scene scene : scenes) {
      said(scene, kinds(unharmed), unharmed.openThreads().size());
      deployed(scene);
      recorded(scene, actions(unharmed));
    }
    target();
    assertThat(shop.world.gitlab.read(() -> List.copyOf(shop.world.project.deployments)))
        .as("deployments in GitLab, with the two of the preparation")
        .hasSize(2 + scenes.size())
        .allMatch(d -> d.status().equals("success"));
    assertThat(shop.world.stats().dead()).isZero();
    assertThat(shop.world.store().read(Ledger::verify)).isInstanceOf(Ledger.Verification.Ok.class);
  }

  private void said(Scene scene, List<String> kinds, int threads) {
    assertThat(kinds(scene)).as("notes").containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(scene.summary()).isNotEmpty();
    assertThat(scene.openThreads()).as("threads").hasSize(threads);
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    assertThat(shop.results(scene))
        .singleElement()
        .asString()
        .contains("Deployed to shop@test: %d/%1$d statements".formatted(KillScript.STATEMENTS));
  }

  private static List<String> kinds(Scene scene) {
    return scene.said().stream()
        .map(KIND::matcher)
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .toList();
  }

  private void deployed(Scene scene) {
    assertThat(shop.state(scene, "test")).isEqualTo(RolloutState.DONE);
    assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.WAITING);
    RolloutId rollout = shop.rollout(scene, "test").id();
    List<StepResult> steps = shop.world.store().read(tx -> RolloutSteps.of(tx, rollout));
    assertThat(steps)
        .hasSize(KillScript.STATEMENTS)
        .allMatch(s -> s.state() == StepState.DONE && s.committed());
  }

  private void recorded(Scene scene, List<String> actions) {
    assertThat(actions(scene)).as("ledger").containsExactlyInAnyOrderElementsOf(actions);
    List<RecordedVote> votes = shop.world.store().read(tx -> Votes.all(tx, Shop.id(scene)));
    assertThat(votes).as("votes").hasSize(1);
  }

  /** A rollout that is resumed is started again. */
  private List<String> actions(Scene scene) {
    Ledger.Filter ours = Ledger.Filter.newest(100).about(Shop.id(scene));
    return shop.world.store().read(tx -> Ledger.entries(tx, ours)).stream()
        .map(e -> e.entry().action())
        .filter(a -> !a.equals("rollout.started"))
        .toList();
  }

  private void target() {
    assertThat(shop.ask("test", "select n from counter"))
        .isEqualTo(String.valueOf(3 * scenes.size()));
    for (int number = 0; number < scenes.size(); number++) {
      assertThat(shop.ask("test", "select count(*) from Kept" + number)).isEqualTo("0");
    }
  }
}
