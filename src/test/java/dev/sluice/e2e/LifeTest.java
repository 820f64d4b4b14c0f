package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.MergeRequest.Branches;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Drafts, forks, other branches, closing, force pushes; targets that are away. */
@TestInstance(Lifecycle.PER_CLASS)
class LifeTest {
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
    world.as("olga").push(world.project, "release", "RELEASE.md", "x\n");
    for (String target : new String[] {"test", "prod"}) {
      world.execute(target, "create table customers (id integer primary key, name text)");
    }
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String good() {
    return "create table t%d (id integer primary key);\n".formatted(world.next());
  }

  private String bad() {
    return "create table t%d (id integer);\n".formatted(world.next());
  }

  @Test
  void aDraftGetsStatusesOnlyUntilItIsReady() {
    int number = world.next();
    String path = "orders/V" + number + "__draft.sql";
    Scene scene = world.open(path, "Draft: not yet", FileAction.put(path, bad()));
    scene.settle();
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.said()).isEmpty();
    assertThat(scene.labels()).isEmpty();
    world.as("dev").retitle(scene.mr, "Ready");
    scene.settle();
    assertThat(scene.openRules()).containsExactly("require-primary-key");
    assertThat(scene.summary()).contains("⛔ 1 error");
    assertThat(scene.labels()).containsExactly("sluice: fix");
  }

  @Test
  void aForkIsReviewedWithoutTouchingADatabase() {
    var fork = world.gitlab.fork(world.project, "dev/database", world.as("dev").user());
    int number = world.next();
    String path = "orders/V" + number + "__fork.sql";
    world.as("dev").push(fork, "fork-" + number, path, bad() + "drop table customers;\n");
    var mr =
        world
            .as("dev")
            .open(new Branches(fork, "fork-" + number, world.project, "main"), "From a fork", "");
    Scene scene = new Scene(world, mr, path).settle();
    assertThat(scene.summary())
        .contains("not looked at: the merge request comes from a fork")
        .contains("require-primary-key");
    assertThat(scene.labels()).containsExactly("sluice: fix");
  }

  @Test
  void retargetedToAnotherBranchAndBack() {
    Scene scene = world.open(bad()).settle();
    world.as("dev").retarget(scene.mr, "release");
    scene.settle();
    assertThat(scene.summary()).contains("this branch's scripts are not deployed by Sluice");
    assertThat(scene.labels()).isEmpty();
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    assertThat(scene.openThreads()).isEmpty();
    world.as("dev").retarget(scene.mr, "main");
    scene.settle();
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.labels()).containsExactly("sluice: fix");
    assertThat(scene.openRules()).containsExactly("require-primary-key");
  }

  @Test
  void aScriptThatIsTakenOutTakesItsThreadsAlong() {
    Scene scene = world.open(bad()).settle();
    scene.push(FileAction.delete(scene.path), FileAction.put("README.md", "# No SQL\n"));
    assertThat(scene.openThreads()).isEmpty();
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    assertThat(scene.labels()).isEmpty();
  }

  @Test
  void whatWasNeverOursIsLeftAlone() {
    int number = world.next();
    world.as("dev").push(world.project, "other-" + number, "orders/V" + number + "__x.sql", bad());
    var branches = new Branches(world.project, "other-" + number, world.project, "release");
    var mr = world.as("dev").open(branches, "Elsewhere", "");
    Scene scene = new Scene(world, mr, "").settle();
    assertThat(scene.said()).isEmpty();
    assertThat(scene.status("sluice/review")).isEqualTo("none");
  }

  @Test
  void closedAndReopened() {
    Scene scene = world.open(good()).settle().approve("dana");
    world.as("dev").close(scene.mr);
    scene.settle();
    assertThat(scene.summary()).contains("⏹️ closed");
    assertThat(scene.labels()).isEmpty();
    world.as("dev").reopen(scene.mr);
    scene.settle();
    assertThat(scene.summary()).contains("✅ no findings");
    assertThat(scene.status("sluice/approval")).isEqualTo("success");
    assertThat(scene.labels()).containsExactly("sluice: ready");
  }

  @Test
  void pushedToWhileClosed() {
    Scene scene = world.open(good()).settle();
    world.as("dev").close(scene.mr);
    scene.push(bad());
    assertThat(scene.threads()).isEmpty();
    world.as("dev").reopen(scene.mr);
    scene.settle();
    assertThat(scene.openRules()).containsExactly("require-primary-key");
  }

  @Test
  void aForcePushIsReviewedAnewAndKeepsTheThreads() {
    String sql = bad();
    Scene scene = world.open(sql).settle();
    String first = scene.mr.headSha;
    world
        .as("dev")
        .forcePush(world.project, scene.mr.sourceBranch, "Anew", FileAction.put(scene.path, sql));
    scene.settle();
    assertThat(scene.mr.headSha).isNotEqualTo(first);
    assertThat(scene.threads()).hasSize(1);
    assertThat(scene.openThreads()).hasSize(1);
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    world
        .as("dev")
        .forcePush(
            world.project, scene.mr.sourceBranch, "Good", FileAction.put(scene.path, good()));
    scene.settle();
    assertThat(scene.openThreads()).isEmpty();
    assertThat(scene.status("sluice/review")).isEqualTo("success");
  }

  @Test
  void aTargetThatIsAwayIsSaidAndDoesNotPass() {
    Configuration standard = Configuration.standard();
    world.configure(
        standard.database(
            "sqlite",
            Configuration.target("test", world.sqlite("test"), "", ""),
            Configuration.target("prod", world.sqlite("no/such/folder/prod"), "", "")));
    Scene scene = world.open("alter table customers drop column nam;\n" + bad()).settle();
    assertThat(scene.summary()).contains("not reachable").contains("require-primary-key");
    Scene clean = world.open(good()).settle();
    assertThat(clean.summary()).contains("🕶️ not fully reviewed");
    assertThat(clean.status("sluice/review")).isEqualTo("failed");
    world.configure(standard);
    clean.comment("dev", "/db review");
    assertThat(clean.status("sluice/review")).isEqualTo("success");
  }

  @Test
  void aDiffThatGitLabStillPreparesIsWaitedFor() {
    world.gitlab.configure(all -> all.unpreparedReads = 3);
    Scene scene = world.open(bad());
    world.gitlab.configure(all -> all.unpreparedReads = 0);
    scene.settle();
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.openRules()).containsExactly("require-primary-key");
  }

  @Test
  void aLockedDiscussionDoesNotHoldTheStatusesBack() {
    Scene scene = world.open(bad()).settle();
    world.gitlab.configure(all -> scene.mr.locked = true);
    world.as("dev").push(world.project, scene.mr.sourceBranch, scene.path, good());
    await().until(() -> scene.status("sluice/review").equals("success"));
    world.gitlab.configure(all -> scene.mr.locked = false);
    scene.comment("dev", "/db review");
    assertThat(scene.openThreads()).isEmpty();
    assertThat(scene.summary()).contains("✅ no findings");
  }
}
