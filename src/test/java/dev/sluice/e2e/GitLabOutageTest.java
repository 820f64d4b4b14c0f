package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.http.Fault;
import dev.sluice.store.Ledger;
import dev.sluice.store.lanes.RetryPolicy;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GitLab that takes what people do and sends webhooks, but answers nothing for an hour. */
final class GitLabOutageTest {
  @Test
  void whatHappenedInAnHourWithoutAnswersIsCaughtUpOnce(@TempDir Path folder) {
    try (World world = new World(folder, Configuration.standard(), RetryPolicy.patient())) {
      world.pass(Duration.ZERO);
      world.settle();
      Scene merged = world.open("create table a (id integer primary key);\n").settle();
      Scene pushed = world.open("create table b (id integer primary key);\n").settle();

      world.gitlab.faults().next(1_000_000, ".*", "", Fault.badGateway());
      world.gitlab.requests().clear();
      world.as("dana").approve(merged.mr);
      world.as("olga").merge(merged.mr);
      world.as("dev").push(world.project, pushed.mr.sourceBranch, pushed.path, "drop table c;\n");
      Scene opened = world.open("create table d (id integer);\n");
      world.as("dev").comment(opened.mr, "/db status");
      for (int minutes : new int[] {1, 2, 7, 10, 10, 10, 10, 10}) {
        world.pass(Duration.ofMinutes(minutes));
        world.rest();
      }
      int asked = world.gitlab.requests().all().size();
      System.out.printf("asked %d times in an hour without answers%n", asked);
      assertThat(asked).as("six lanes, at last every ten minutes").isLessThan(250);
      assertThat(Stream.of(merged, pushed, opened).map(s -> s.status("sluice/review")))
          .containsExactly("success", "none", "none");

      world.gitlab.faults().clear();
      world.pass(Duration.ofMinutes(10));
      world.settle();
      deployedOnce(world, merged);
      assertThat(pushed.status("sluice/review")).isEqualTo("failed");
      assertThat(pushed.openRules()).doesNotHaveDuplicates().isNotEmpty();
      assertThat(opened.openRules()).containsExactly("require-primary-key");
      assertThat(opened.summary()).isNotEmpty();
      assertThat(opened.said()).as("summary, finding, answer").hasSize(3);
      assertThat(world.stats().dead()).isZero();
      assertThat(world.store().read(Ledger::verify)).isInstanceOf(Ledger.Verification.Ok.class);
    }
  }

  private static void deployedOnce(World world, Scene scene) {
    assertThat(world.query("test", "select count(*) from a")).isEqualTo("0");
    assertThat(scene.said().stream().filter(n -> n.contains("kind=result/"))).hasSize(1);
    assertThat(world.gitlab.read(() -> List.copyOf(world.project.deployments)))
        .singleElement()
        .satisfies(d -> assertThat(d.status()).isEqualTo("success"));
    List<RecordedRollout> left = world.store().read(Rollouts::unfinished);
    assertThat(left)
        .as("only prod, which waits for a person")
        .singleElement()
        .satisfies(r -> assertThat(r.state()).isEqualTo(RolloutState.WAITING));
  }
}
