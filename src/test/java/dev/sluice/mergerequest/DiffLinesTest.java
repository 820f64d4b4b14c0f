package dev.sluice.mergerequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffLinesTest {
  private static final DiffRefs REFS = new DiffRefs("b", "s", "h");

  @Test
  void anAddedLineKeepsTheOldSidesRunningCounter() {
    DiffLines lines = lines("@@ -10,3 +10,4 @@ create table\n a\n-b\n+c\n+d\n e\n");
    assertThat(lines.at(10)).contains(new DiffLine(10, 10, false));
    assertThat(lines.at(11)).contains(new DiffLine(12, 11, true));
    assertThat(lines.at(12)).contains(new DiffLine(12, 12, true));
    assertThat(lines.at(13)).contains(new DiffLine(12, 13, false));
  }

  @Test
  void inANewFileTheOldSideStaysAtZero() {
    DiffLines lines = lines("@@ -0,0 +1,2 @@\n+create table t (id int);\n+drop table t;\n");
    assertThat(lines.at(2)).contains(new DiffLine(0, 2, true));
  }

  @Test
  void theMarkOfAMissingLastNewlineIsNoLine() {
    DiffLines lines = lines("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n@@ -7 +7 @@\n c\n");
    assertThat(lines.at(1)).contains(new DiffLine(2, 1, true));
    assertThat(lines.at(7)).contains(new DiffLine(7, 7, false));
    assertThat(lines.at(2)).isEmpty();
  }

  @Test
  void aStretchThatLeavesTheDiffHasNoPosition() {
    FileChange change = change("@@ -0,0 +1,2 @@\n+a\n+b\n");
    DiffLines lines = DiffLines.of(change.hunks().orElseThrow());
    assertThat(lines.position(REFS, change, 1, 2)).isPresent();
    assertThat(lines.position(REFS, change, 2, 3)).isEmpty();
  }

  private static DiffLines lines(String hunks) {
    return DiffLines.of(hunks);
  }

  private static FileChange change(String hunks) {
    return new FileChange(
        "a.sql", "a.sql", FileChange.Kind.MODIFIED, "100644", Optional.of(hunks), false);
  }
}
