package dev.sluice.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.MappedScript;
import dev.sluice.mergerequest.FileChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadChangeTest {
  private final ChangeReading mr = new ChangeReading();

  @Test
  void scriptsRunByVersionAndRepeatableOnesLast() {
    mr.adds("orders/R__views.sql").adds("orders/V10__b.sql").adds("orders/V9__z.sql");
    assertThat(mr.scripts())
        .containsExactly("orders/V9__z.sql", "orders/V10__b.sql", "orders/R__views.sql");
    assertThat(mr.remarks()).isEmpty();
  }

  @Test
  void aCollapsedDiffIsReadFromTheFile() {
    mr.adds("orders/V1__a.sql", "drop table a;");
    MappedScript script = mr.read().scripts().get(0);
    assertThat(script.script().text()).isEqualTo("drop table a;");
    assertThat(script.databases()).isEqualTo(List.of("orders"));
  }

  @Test
  void aListThatGitLabCutShortIsTold() {
    assertThat(mr.cutShort().remarks())
        .containsExactly("INCOMPLETE  GitLab did not list all files of this merge request");
  }

  @Test
  void sqlThatNoMappingMatchesIsTold() {
    mr.mapping("billing/*.sql").adds("billing/sub/V1__a.sql").adds("billing/README.md");
    assertThat(mr.remarks())
        .containsExactly(
            "WARNING billing/sub/V1__a.sql ignored: no script mapping of the configuration matches"
                + " it",
            "INFO billing/README.md ignored: no script mapping of the configuration matches it");
  }

  @Test
  void filesOutsideOfWatchedFoldersAreNoneOfOurs() {
    assertThat(mr.adds("src/Main.java").adds("docs/V1__a.sql").remarks()).isEmpty();
  }

  @Test
  void aMappedFileThatIsNoSqlFailsNothing() {
    mr.mapping("orders/**").adds("orders/README.md");
    assertThat(mr.remarks())
        .containsExactly("INFO orders/README.md ignored: its name does not end in .sql");
  }

  @Test
  void aNameWithoutAVersionIsAnError() {
    mr.adds("orders/add_note.sql");
    assertThat(mr.scripts()).isEmpty();
    assertThat(mr.remarks())
        .containsExactly(
            "ERROR orders/add_note.sql has no name that Sluice can order: write"
                + " V<version>__<description>.sql, <version>_<description>.sql or"
                + " R__<description>.sql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/U1__a.sql", "orders/V1__a.down.sql", "orders/1_a.down.sql"})
  void theWayBackIsKeptAndDoesNotRun(String path) {
    mr.adds(path);
    assertThat(mr.scripts()).isEmpty();
    assertThat(mr.remarks())
        .containsExactly("INFO " + path + " kept as the way back; it does not run by itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"120000", "160000"})
  void linksAndSubmodulesAreNotFollowed(String mode) {
    mr.touches("orders/V1__a.sql", "orders/V1__a.sql", Kind.ADDED, mode);
    assertThat(mr.remarks())
        .containsExactly(
            "INCOMPLETE orders/V1__a.sql is a symbolic link or submodule, which Sluice does not"
                + " follow");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    mr.touches("orders/V1__a.sql", "orders/V1__a.sql", Kind.ADDED, "100644");
    assertThat(mr.remarks())
        .containsExactly("INCOMPLETE orders/V1__a.sql could not be read at head");
  }

  @Test
  void anUnreadableFileIsTold() {
    mr.adds("orders/V1__a.sql", new byte[] {'a', (byte) 0xff});
    assertThat(mr.remarks())
        .containsExactly("INCOMPLETE orders/V1__a.sql is not valid UTF-8; save it as UTF-8");
  }
}
