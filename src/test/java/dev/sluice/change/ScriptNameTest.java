package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptNameTest {
  @ParameterizedTest
  @CsvSource({
    "V1__add_note.sql, VERSIONED, 1, add note",
    "v1_2__add.SQL, VERSIONED, 1.2, add",
    "V2026.11.22__add.sql, VERSIONED, 2026.11.22, add",
    "orders/x/001_add_note.sql, VERSIONED, 001, add note",
    "1_add.up.sql, VERSIONED, 1, add",
    "V1__add.up.sql, VERSIONED, 1, add",
    "U1__add.sql, UNDO, 1, add",
    "1_add.down.sql, UNDO, 1, add",
    "V1__add.down.sql, UNDO, 1, add",
    "R__views.sql, REPEATABLE, '', views"
  })
  void readsTheHabitsOfFlywayAndOfNumberedFiles(
      String path, ScriptName.Kind kind, String version, String description) {
    assertThat(ScriptName.parse(path)).contains(new ScriptName(kind, version, description));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "note.sql",
        "V__x.sql",
        "V1_x.sql",
        "V1__.sql",
        "V1__x.txt",
        "V1a__x.sql",
        "V1__x.sql.bak",
        "1.sql",
        "-1_x.sql",
        "V１__x.sql",
        "R_x.sql",
        ""
      })
  void anythingElseHasNoName(String path) {
    assertThat(ScriptName.parse(path)).isEmpty();
  }

  @Test
  void onlyTheFileCountsAndNotItsFolder() {
    assertThat(ScriptName.parse("V1__x.sql/readme")).isEmpty();
  }
}
