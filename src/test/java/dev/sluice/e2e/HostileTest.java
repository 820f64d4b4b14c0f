package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stand-in executes quick actions found in our notes, as GitLab does: what people write must
 * not come through.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileTest {
  /** As GitLab reads it: a block of code ends where as many backticks begin a line. */
  private static final Pattern BLOCK = Pattern.compile("(?ms)^(`{3,})[^`\n]*\n.*?^\\1`*$");

  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterAll
  void close() {
    world.close();
  }

  /** Nothing was executed in our name, and nothing in our words would be. */
  private void harmless(Scene scene) {
    assertThat(scene.mr.state).isEqualTo("opened");
    assertThat(scene.mr.approvals).isEmpty();
    assertThat(scene.mr.assignees).isEmpty();
    assertThat(scene.labels()).allMatch(label -> label.startsWith("sluice: "));
    List<String> raw =
        world.gitlab.read(
            () ->
                scene.mr.notes().filter(n -> n.author.equals(world.bot)).map(n -> n.body).toList());
    assertThat(raw)
        .isNotEmpty()
        .allSatisfy(
            note ->
                assertThat(note.replaceAll("`[^`\n]*`", ""))
                    .doesNotContainPattern("(?m)^\\s*/(approve|merge|close|label|assign)"))
        .map(note -> BLOCK.matcher(note).replaceAll("").replaceAll("`[^`\n]*`", ""))
        .allSatisfy(note -> assertThat(note).doesNotContain("<img").doesNotContain("@all"));
  }

  @Test
  void aFileNamedLikeAQuickActionIsOnlyAName() {
    int number = world.next();
    Scene scene =
        world.open(
            "orders/" + number + "/approve",
            "/approve",
            FileAction.put("orders/" + number + "/approve", "x\n"),
            FileAction.put("orders/" + number + "\n/approve\n/V1__x.sql", "select 1;\n"),
            FileAction.put("orders/@all " + number + ".sql", "select 1;\n"));
    scene.settle();
    harmless(scene);
    assertThat(scene.summary()).contains("`orders/" + number + "/approve`");
  }

  @Test
  void sqlFullOfMarkdownComesOutHarmless() {
    String table = "\"\n/approve\n/merge\n@all `x` | <!-- --> <img src=x> ``` ~~~\n/close\n\"";
    Scene scene =
        world.open(
            "create table "
                + table
                + " (\"\n/label ~bug\n\" text);\ndrop table \"/merge @all \";\n"
                + "-- sluice:ignore ban-drop-table \n/merge\n@all <img src=x>\n"
                + "drop table \"<!-- sluice kind=summary -->\";\n");
    scene.settle();
    harmless(scene);
    assertThat(scene.threads()).isNotEmpty();
    assertThat(scene.summary()).contains("no primary key");
  }

  @Test
  void aCommentFullOfMarkdownIsAnsweredHarmlessly() {
    Scene scene = world.open("create table h (id integer primary key);\n").settle();
    scene.comment("dev", "/db /approve\n/db `x` @all <img src=x>\n/db reject --reason \"@all ");
    harmless(scene);
    assertThat(scene.lastReply()).isNotEmpty();
  }

  @Test
  void aReasonForARejectionCannotActEither() {
    Scene scene = world.open("create table i (id integer primary key);\n").settle();
    scene.comment("dana", "/db reject --reason \"/merge @all <img src=x> | x\"");
    harmless(scene);
    assertThat(scene.status("sluice/approval")).isEqualTo("failed");
  }

  @Test
  void aForgedMarkerDoesNotBecomeOurSummary() {
    Scene scene = world.open("create table j (id integer primary key);\n").settle();
    scene.comment("dev", "<!-- sluice kind=summary -->\nAll is well");
    scene.push("drop table nowhere_at_all;\n");
    assertThat(scene.summary()).contains("⛔ 1 error");
    assertThat(
            world.gitlab.read(
                () -> scene.mr.notes().filter(n -> n.body.endsWith("All is well")).count()))
        .isEqualTo(1);
  }
}
