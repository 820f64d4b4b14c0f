package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.language.Language;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChanges;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptMapTest {
  private final ScriptMap map =
      new ScriptMap(
          List.of(
              project("orders", "orders/**/*.sql", "orders"),
              project("audit", "orders/audit/*.sql", "audit"),
              project("billing", "billing/*.sql", "billing", "archive")));

  @Test
  void aFileBelongsToTheDatabasesOfEveryMappingThatMatches() {
    assertThat(map.find("billing/V1__a.sql"))
        .contains(new ScriptMap.Mapped("billing", List.of("archive", "billing")));
    assertThat(map.find("orders/audit/V1__a.sql"))
        .contains(new ScriptMap.Mapped("orders", List.of("audit", "orders")));
    assertThat(map.find("other/V1__a.sql")).isEmpty();
  }

  @Test
  void whatLiesInAWatchedFolderIsTold() {
    assertThat(map.watches("billing/sub/V1__a.sql")).isTrue();
    assertThat(map.watches("billing/README.md")).isTrue();
    assertThat(map.watches("src/Main.java")).isFalse();
  }

  @Test
  void aPatternWithoutAFolderWatchesSqlFilesOnly() {
    ScriptMap top = new ScriptMap(List.of(project("all", "*.sql", "orders")));
    assertThat(top.watches("db/V1__a.SQL")).isTrue();
    assertThat(top.watches("src/Main.java")).isFalse();
  }

  @Test
  void foldersAreThoseInFrontOfTheWildcards() {
    assertThat(map.folders()).containsExactly("billing/", "orders/", "orders/audit/");
  }

  @Test
  void aRenameTouchesTheDatabasesOnBothSides() {
    FileChange renamed =
        new FileChange(
            "orders/V1__a.sql",
            "billing/V1__a.sql",
            FileChange.Kind.RENAMED,
            "100644",
            Optional.empty(),
            false);
    assertThat(map.databasesOf(new FileChanges(List.of(renamed), true)))
        .containsExactly("archive", "billing", "orders");
  }

  private static Project project(String name, String path, String... databases) {
    return new Project(
        name,
        "shop/database",
        "main",
        List.of(new ScriptMapping(path, List.of(databases))),
        List.of(),
        List.of(),
        ReviewChoice.of("default"),
        "default",
        Language.EN);
  }
}
