package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.http.Fault;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Threads, summary, statuses and label over the life of a merge request. */
@TestInstance(Lifecycle.PER_CLASS)
class AnswerTest {
  private static final String GOOD = "create table %s (id integer primary key);\n";
  private static final String TWO_FINDINGS =
      """
      create table %s (
        id integer primary key
      );

      delete from customers;
      drop table invoices;
      """;
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
    for (String target : new String[] {"test", "prod"}) {
      world.execute(
          target,
          "create table customers (id integer primary key, name text, email text)",
          "create table invoices (id integer primary key)");
    }
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String named(String sql) {
    return sql.formatted("t" + world.next());
  }

  private static int line(Discussion thread) {
    Position position = Objects.requireNonNull(thread.first().position);
    return Objects.requireNonNull(position.newLine());
  }

  private long published(Scene scene) {
    return world
        .gitlab
        .requests()
        .of("POST", "/merge_requests/" + scene.mr.iid + "/draft_notes/bulk_publish")
        .size();
  }

  @Test
  void findingsBecomeThreadsOnTheirLinesPublishedAsOneReview() {
    Scene scene = world.open(named(TWO_FINDINGS)).settle();
    assertThat(line(scene.thread("require-where"))).isEqualTo(5);
    assertThat(line(scene.thread("ban-drop-table"))).isEqualTo(6);
    assertThat(scene.threads()).hasSize(2);
    assertThat(published(scene)).isEqualTo(1);
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
    assertThat(scene.labels()).containsExactly("sluice: fix");
  }

  @Test
  void oneSummaryIsEditedInPlace() {
    Scene scene = world.open(named(TWO_FINDINGS)).settle();
    String before = scene.summary();
    scene.push(named(GOOD)).push(named(GOOD));
    assertThat(before).contains("### Sluice: ⛔ 1 error");
    assertThat(scene.summary()).contains("### Sluice: ✅ no findings");
    assertThat(scene.labels()).containsExactly("sluice: approve");
  }

  @Test
  void everyTableOfTheSummaryStandsAlone() {
    Scene scene = world.open(named(TWO_FINDINGS)).settle();
    assertThat(scene.summary())
        .contains("\n\n| Target | Files |")
        .contains("\n\n| Approval | Needs |")
        .contains("\n\nRisk:\n")
        .contains("needs 1 × group:dba: approve in GitLab or write `/db approve`.");
  }

  @Test
  void statusesArePendingWhileTheReviewRuns() {
    world.gitlab.deliveries().pause();
    Scene scene = world.open(named(GOOD));
    String diffs = "/merge_requests/" + scene.mr.iid + "/diffs";
    world.gitlab.faults().next(1, "GET", diffs, Fault.delay(Duration.ofMillis(700)));
    world.gitlab.deliveries().resume();
    await().until(() -> scene.status("sluice/review").equals("pending"));
    assertThat(scene.settle().status("sluice/review")).isEqualTo("success");
    assertThat(scene.statusText("sluice/review")).isEqualTo("no findings");
  }

  @Test
  void aFixIsAnsweredAndResolvesTheThreadAndARelapseOpensItAgain() {
    String sql = named(TWO_FINDINGS);
    Scene scene = world.open(sql).settle();
    Discussion thread = scene.thread("require-where");
    scene.push(sql.replace("delete from customers;", "delete from customers where id = 1;"));
    assertThat(thread.isResolved()).isTrue();
    assertThat(thread.notes).hasSize(2);
    assertThat(Scene.text(thread.notes.get(1))).contains("Fixed in " + head(scene));
    assertThat(scene.openRules()).containsExactly("ban-drop-table");
    scene.push(sql);
    assertThat(scene.threads()).hasSize(2);
    assertThat(thread.isResolved()).isFalse();
    assertThat(Scene.text(thread.notes.get(2))).contains("It is back");
  }

  private static String head(Scene scene) {
    return scene.mr.headSha.substring(0, 8);
  }

  @Test
  void aRebaseRepostsNothing() {
    Scene scene = world.open(named(TWO_FINDINGS)).settle();
    long published = published(scene);
    world.as("olga").push(world.project, "main", "notes/" + world.next() + ".md", "x\n");
    world.as("dev").rebase(scene.mr);
    scene.settle();
    assertThat(scene.threads()).hasSize(2);
    assertThat(published(scene)).isEqualTo(published);
    assertThat(scene.said()).hasSize(3);
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.summary()).contains("commit " + head(scene));
  }

  @Test
  void linesAboveAFindingMoveItAndRepostNothing() {
    String sql = named(TWO_FINDINGS);
    Scene scene = world.open(sql).settle();
    scene.push(named(GOOD) + sql);
    assertThat(scene.threads()).hasSize(2);
    assertThat(scene.openThreads()).hasSize(2);
  }

  @Test
  void aThreadThatAPersonDeletedStaysAwayForTheSameContent() {
    Scene scene = world.open(named(TWO_FINDINGS)).settle();
    world.as("olga").delete(scene.thread("require-where").first());
    scene.comment("dev", "/db review");
    world.as("dev").rebase(scene.mr);
    scene.settle();
    assertThat(scene.openRules()).containsExactly("ban-drop-table");
    assertThat(scene.summary()).contains("require-where");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }

  @Test
  void aWarningThatAPersonResolvedStaysResolved() {
    String sql = "create table Bad%s (id integer primary key);\n".formatted(world.next());
    Scene scene = world.open(sql).settle();
    Discussion warning = scene.thread("name-table");
    world.as("dev").resolve(scene.mr, warning);
    scene.push(sql + named(GOOD));
    scene.comment("dev", "/db review");
    assertThat(warning.isResolved()).isTrue();
    assertThat(warning.notes).hasSize(1);
    assertThat(scene.threads()).hasSize(1);
    assertThat(scene.status("sluice/review")).isEqualTo("success");
  }

  @Test
  void whoAppliesASuggestionTurnsTheReviewGreenAndMayStillApprove() {
    Scene scene = world.open("alter table customer add column c" + world.next() + " text;\n");
    Discussion thread = scene.settle().thread("require-existing-object");
    assertThat(Scene.text(thread.first())).contains("```suggestion:-0+0\nalter table customers ");
    world.as("dana").applySuggestion(scene.mr, thread.first());
    scene.settle();
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    scene.approve("dana");
    assertThat(scene.status("sluice/approval")).isEqualTo("success");
    assertThat(scene.labels()).containsExactly("sluice: ready");
  }

  @Test
  void whoCommitsSqlOfTheirOwnMayNotApprove() {
    Scene scene = world.open(named(GOOD)).settle();
    world.as("dana").push(world.project, scene.mr.sourceBranch, scene.path, named(GOOD));
    scene.settle().approve("dana");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
    assertThat(scene.summary()).contains("people who committed to the change do not approve it");
  }

  @Test
  void aFindingOutsideTheDiffGoesToTheFile() {
    String path = "orders/R__report_" + world.next() + ".sql";
    String body = "-- one\n-- two\n-- three\n-- four\n-- five\n-- six\n-- seven\n-- eight\n";
    String view = "create view %s as select * from customers;\n".formatted("v" + world.next());
    world.as("olga").push(world.project, "main", path, view + body);
    world.settle();
    Scene scene = world.open(path, "Report", FileAction.put(path, view + body + "-- nine\n"));
    Discussion thread = scene.settle().thread("ban-select-star");
    Position position = Objects.requireNonNull(thread.first().position);
    assertThat(position.type()).isEqualTo("file");
    assertThat(Scene.text(thread.first())).doesNotContain("suggestion:");
  }

  @Test
  void moreFindingsThanTheCapStandInTheSummary() {
    String sql =
        IntStream.rangeClosed(1, 33)
            .mapToObj(
                i -> "create table Cap%d%d (id integer primary key);\n".formatted(world.next(), i))
            .collect(Collectors.joining());
    Scene scene = world.open(sql).settle();
    assertThat(scene.threads()).hasSize(30);
    assertThat(scene.summary().split("name-table", -1)).hasSizeGreaterThan(33);
    scene.comment("dev", "/db review");
    assertThat(scene.threads()).hasSize(30);
  }
}
