package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.Note;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Comments that become commands, and comments that do not. */
@TestInstance(Lifecycle.PER_CLASS)
class CommandTest {
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterAll
  void close() {
    world.close();
  }

  private Scene scene() {
    String sql = "create table t%d (id integer primary key);\n".formatted(world.next());
    return world.open(sql).settle();
  }

  private static List<String> awards(Note note) {
    return note.awards.stream().map(Note.Award::name).toList();
  }

  @Test
  void aCommandIsAnsweredInItsThreadAndTicked() {
    Scene scene = scene();
    Note note = world.as("dev").comment(scene.mr, "/db status").orElseThrow();
    scene.settle();
    Discussion thread = scene.mr.discussion(note.discussionId).orElseThrow();
    assertThat(thread.notes).hasSize(2);
    assertThat(thread.notes.get(1).author).isEqualTo(world.bot);
    assertThat(awards(note)).containsExactly("white_check_mark");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearestOne() {
    Scene scene = scene();
    Note note = world.as("dana").comment(scene.mr, "/db aprove").orElseThrow();
    scene.settle();
    assertThat(scene.lastReply()).contains("There is no command aprove. Did you mean /db approve?");
    assertThat(awards(note)).containsExactly("x");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
  }

  @Test
  void anEditedNoteDoesNotRun() {
    Scene scene = scene();
    Note note = world.as("dana").comment(scene.mr, "looks fine").orElseThrow();
    scene.settle();
    world.as("dana").edit(note, "/db approve");
    scene.settle();
    world.reconcile();
    assertThat(scene.lastReply()).isEmpty();
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
  }

  @Test
  void ourOwnNotesAndThoseOfOtherBotsDoNotRun() {
    Scene scene = scene();
    world.gitlab.as(world.bot).comment(scene.mr, "/db approve");
    var other = world.gitlab.createBot("robot" + world.next(), "Robot");
    world.gitlab.addMember(world.project, other, 40);
    world.gitlab.as(other).comment(scene.mr, "/db reject --reason \"because\"");
    scene.settle();
    assertThat(scene.mr.notes().filter(n -> n.body.contains("Recorded"))).isEmpty();
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
  }

  @Test
  void quotedAndFencedCommandsDoNotRun() {
    Scene scene = scene();
    scene.comment(
        "dana", "> /db approve\n\n```\n/db approve\n```\n<!--\n/db approve\n-->\nuse /db approve");
    assertThat(scene.lastReply()).isEmpty();
  }

  @Test
  void aCommandWhoseHookWasLostRunsWhenItIsFound() {
    Scene scene = scene();
    world.gitlab.deliveries().dropNext(d -> d.event().equals("Note Hook"));
    world.as("dana").comment(scene.mr, "/db approve");
    scene.settle();
    assertThat(scene.lastReply()).isEmpty();
    world.reconcile();
    assertThat(scene.lastReply()).contains("dana approves");
    world.reconcile();
    assertThat(scene.said().stream().filter(n -> n.contains("dana approves"))).hasSize(1);
  }

  @Test
  void aCommandThatIsFoundTooLateIsAnsweredAsExpired() {
    Scene scene = scene();
    world.stop();
    world.as("dana").comment(scene.mr, "/db approve");
    world.clock.move(Duration.ofMinutes(11));
    world.start();
    scene.settle();
    assertThat(scene.lastReply()).contains("found too late to be run; write it again");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
  }

  @Test
  void aCommandThatIsDeliveredTwiceRunsOnce() {
    Scene scene = scene();
    world.gitlab.deliveries().duplicateNext(d -> d.event().equals("Note Hook"));
    scene.comment("dana", "/db approve");
    world.gitlab.deliveries().attempts().stream()
        .map(attempt -> attempt.delivery())
        .filter(d -> d.event().equals("Note Hook") && d.body().contains("/db approve"))
        .reduce((older, newer) -> newer)
        .ifPresent(world.gitlab.deliveries()::resend);
    scene.settle();
    assertThat(scene.said().stream().filter(n -> n.contains("dana approves"))).hasSize(1);
  }

  @Test
  void severalCommandsGetOneReplyAndTheFirstThatFailsStopsTheRest() {
    Scene scene = scene();
    scene.comment("dana", "/db status\n/db nonsense\n/db approve");
    assertThat(scene.lastReply()).contains("There is no command nonsense");
    assertThat(scene.lastReply()).doesNotContain("dana approves");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
  }

  @Test
  void helpListsEveryCommand() {
    Scene scene = scene();
    scene.comment("dev", "/db");
    assertThat(scene.lastReply())
        .contains("approve", "cancel", "deploy", "help", "reject", "retry", "review", "skip");
  }

  @Test
  void commandsForLaterSayWhenTheyWork() {
    Scene scene = scene();
    scene.comment("olga", "/db deploy prod");
    assertThat(scene.lastReply()).contains("works after the merge only");
  }
}
