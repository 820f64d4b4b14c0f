package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.Discussion;
import dev.sluice.demo.model.Project.Omission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a merge request brings is dropped silently. */
@TestInstance(Lifecycle.PER_CLASS)
class FilesTest {
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterAll
  void close() {
    world.close();
  }

  private static String good(int number) {
    return "create table t%d (id integer primary key);\n".formatted(number);
  }

  private static String escaped(String path) {
    return path.replace("_", "\\_");
  }

  private Scene with(String path, FileAction... files) {
    return world.open(path, "Files " + path, files).settle();
  }

  /** A script that is deployed to test; returns its path. */
  private String deployed() {
    int number = world.next();
    String path = "orders/V" + number + "__ran.sql";
    Scene scene = with(path, FileAction.put(path, good(number)));
    scene.approve("dana").merge();
    assertThat(scene.said()).anyMatch(note -> note.contains("Deployed to shop@test"));
    return path;
  }

  @Test
  void collapsedAndTooLargeDiffsAreReviewedFromTheFile() {
    for (Omission omission : Omission.values()) {
      int number = world.next();
      String path = "orders/V" + number + "__big.sql";
      world.gitlab.configure(all -> world.project.omissions.put(path, omission));
      Scene scene = with(path, FileAction.put(path, "drop table nowhere" + number + ";\n"));
      assertThat(scene.summary()).contains("Table nowhere" + number + " does not exist");
      assertThat(scene.status("sluice/review")).isEqualTo("failed");
      assertThat(scene.threads()).singleElement().satisfies(FilesTest::isOnTheFile);
    }
  }

  private static void isOnTheFile(Discussion thread) {
    assertThat(Objects.requireNonNull(thread.first().position).type()).isEqualTo("file");
  }

  private void incomplete(String suffix, byte[] bytes, String words) {
    String path = "orders/V" + world.next() + "__" + suffix + ".sql";
    Scene scene = with(path, FileAction.put(path, bytes));
    told(scene, path, words);
    assertThat(scene.summary()).contains("🕶️ not fully reviewed");
  }

  private static void told(Scene scene, String path, String words) {
    assertThat(scene.summary()).contains(path).contains(words);
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.labels()).containsExactly("sluice: fix");
  }

  @Test
  void whatIsNoUtf8TextIsToldAndDoesNotPass() {
    incomplete("binary", new byte[] {'s', 0, 1, 2}, "is binary or UTF-16");
    incomplete("utf16", "select 1;".getBytes(StandardCharsets.UTF_16), "is binary or UTF-16");
    incomplete("latin1", "-- é\n".getBytes(StandardCharsets.ISO_8859_1), "is not valid UTF-8");
    incomplete(
        "lfs",
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
            .getBytes(StandardCharsets.UTF_8),
        "is a Git LFS pointer");
  }

  @Test
  void aSymbolicLinkIsNotFollowed() {
    String path = "orders/V" + world.next() + "__link.sql";
    told(with(path, FileAction.symlink(path, "../README.md")), path, "is a symbolic link");
  }

  @Test
  void aBadNameIsAnError() {
    String path = "orders/hello" + world.next() + ".sql";
    told(with(path, FileAction.put(path, "select 1;\n")), path, "has no name that Sluice can");
  }

  @Test
  void filesThatNoMappingMatchesAreToldAndHarmNothing() {
    int number = world.next();
    String good = "orders/V" + number + "__ok.sql";
    String text = "orders/notes" + number + ".txt";
    Scene scene =
        with(
            good,
            FileAction.put(good, good(number)),
            FileAction.put(text, "just so\n"),
            FileAction.put("elsewhere/V1__x.sql", "select 1;\n"));
    assertThat(scene.summary()).contains(text).contains("ignored: no script mapping");
    assertThat(scene.summary()).doesNotContain("elsewhere/");
    assertThat(scene.status("sluice/review")).isEqualTo("success");
  }

  @Test
  void twoScriptsOfOneVersionAreAnErrorWhereverTheOtherOneIs() {
    int number = world.next();
    String one = "orders/V" + number + "__one.sql";
    String two = "orders/V" + number + "__two.sql";
    String taken = "version " + number + " of shop is taken by " + escaped(one);
    Scene together =
        with(one, FileAction.put(one, good(number)), FileAction.put(two, good(world.next())));
    assertThat(together.summary()).contains(taken);
    assertThat(together.status("sluice/review")).isEqualTo("failed");

    world.as("olga").push(world.project, "main", one, good(number));
    Scene againstBranch = with(two, FileAction.put(two, good(world.next())));
    assertThat(againstBranch.summary()).contains(taken);
    assertThat(againstBranch.status("sluice/review")).isEqualTo("failed");
  }

  @Test
  void aVersionThatIsDeployedIsTakenEvenWhenItsFileIsGone() {
    String ran = deployed();
    world.as("olga").push(world.project, "main", "Away with it", FileAction.delete(ran));
    world.settle();
    String again = ran.replace("__ran", "__again");
    Scene scene = with(again, FileAction.put(again, good(world.next())));
    assertThat(scene.summary()).contains("is taken by " + escaped(ran));
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }

  @Test
  void aScriptThatRanIsNeitherEditedNorDeletedNorRenamed() {
    String ran = deployed();
    Scene edited = with(ran, FileAction.put(ran, good(world.next())));
    told(edited, ran, "has run already and must not be edited");
    Scene deleted = with(ran, FileAction.delete(ran));
    told(deleted, ran, "has run already and must not be deleted");
    Scene renamed = with(ran, FileAction.rename(ran, ran.replace("__ran", "__renamed")));
    told(renamed, ran, "has run already and must not be renamed");
  }

  @Test
  void anOlderVersionThanTheNewestThatRanIsAWarning() {
    String ran = deployed();
    String late = "orders/V0." + world.next() + "__late.sql";
    Scene scene = with(late, FileAction.put(late, good(world.next())));
    assertThat(ran).isNotEmpty();
    assertThat(scene.summary()).contains("it will run out of order");
    assertThat(scene.status("sluice/review")).isEqualTo("success");
  }

  @Test
  void aMergeRequestWithoutScriptsPassesWithoutAWord() {
    Scene scene = with("README.md", FileAction.put("README.md", "# Other words\n"));
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    assertThat(scene.statusText("sluice/review")).isEqualTo("no SQL scripts");
    assertThat(scene.status("sluice/approval")).isEqualTo("success");
    assertThat(scene.said()).isEmpty();
    assertThat(scene.labels()).isEmpty();
  }
}
