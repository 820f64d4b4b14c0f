package dev.sluice.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a merge request does to scripts that were there before it. */
class OldScriptsTest {
  private final ChangeReading mr = new ChangeReading();

  @Test
  void aScriptThatRanMustNotBeEdited() {
    mr.edits("orders/V1__a.sql").ran("orders/V1__a.sql", "1");
    assertThat(mr.scripts()).isEmpty();
    assertThat(mr.remarks())
        .containsExactly(
            "ERROR orders/V1__a.sql has run already and must not be edited; write a new script"
                + " instead");
  }

  @Test
  void aScriptThatWaitsMayBeEdited() {
    mr.edits("orders/V1__a.sql").waits("orders/V1__a.sql", "1");
    assertThat(mr.scripts()).containsExactly("orders/V1__a.sql");
    assertThat(mr.remarks()).isEmpty();
  }

  @Test
  void anOldScriptThatSluiceNeverSawDoesNotRunWhenEdited() {
    mr.edits("orders/V1__a.sql");
    assertThat(mr.scripts()).isEmpty();
    assertThat(mr.remarks())
        .containsExactly(
            "WARNING orders/V1__a.sql was on the branch before Sluice deployed anything of it: the"
                + " edit does not run");
  }

  @Test
  void anOldScriptThatSluiceNeverSawDoesNotRunWhenRenamed() {
    mr.renames("orders/V1__a.sql", "orders/old/V1.0__a.sql");
    assertThat(mr.scripts()).isEmpty();
    assertThat(mr.remarks())
        .containsExactly(
            "WARNING orders/old/V1.0__a.sql was on the branch as orders/V1__a.sql before Sluice"
                + " deployed anything of it: under its new name it does not run");
  }

  @Test
  void aRenameThatGivesANewVersionIsANewScript() {
    assertThat(mr.renames("orders/V1__a.sql", "orders/V2__a.sql").scripts())
        .containsExactly("orders/V2__a.sql");
  }

  @Test
  void aFileThatMovesIntoAWatchedFolderIsANewScript() {
    assertThat(mr.renames("drafts/V1__a.sql", "orders/V1__a.sql").scripts())
        .containsExactly("orders/V1__a.sql");
  }

  @Test
  void aScriptThatRanMustNotBeDeletedOrRenamed() {
    mr.deletes("orders/V1__a.sql").ran("orders/V1__a.sql", "1");
    assertThat(mr.remarks())
        .containsExactly(
            "ERROR orders/V1__a.sql has run already and must not be deleted; write a new script"
                + " instead");
    ChangeReading other = new ChangeReading();
    other.renames("orders/V1__a.sql", "orders/V2__a.sql").ran("orders/V1__a.sql", "1");
    assertThat(other.remarks())
        .containsExactly(
            "ERROR orders/V1__a.sql has run already and must not be renamed; write a new script"
                + " instead");
  }

  @Test
  void aScriptThatNeverRanMayBeDeleted() {
    assertThat(mr.deletes("orders/V1__a.sql").remarks())
        .containsExactly("INFO orders/V1__a.sql deleted; Sluice never ran it");
  }

  @Test
  void aRepeatableScriptMayBeEditedRenamedAndDeleted() {
    mr.edits("orders/R__a.sql").ran("orders/R__a.sql", "");
    assertThat(mr.scripts()).containsExactly("orders/R__a.sql");
    ChangeReading renaming = new ChangeReading();
    renaming.renames("orders/R__a.sql", "orders/R__b.sql").ran("orders/R__a.sql", "");
    assertThat(renaming.remarks()).isEmpty();
    ChangeReading deleting = new ChangeReading();
    deleting.deletes("orders/R__a.sql").ran("orders/R__a.sql", "");
    assertThat(deleting.remarks())
        .containsExactly(
            "WARNING orders/R__a.sql deleted; what it made stays in the databases until a script"
                + " drops it");
  }
}
