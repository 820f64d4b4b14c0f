package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People ask what a change does: the plan and the difference. */
final class ShowTest {
  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.on(Engine.SQLITE, folder);
    shop.deployed("create table prices (id integer primary key, amount integer not null);\n");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void thePlanIsToldStatementByStatementAndTargetsThatAreAlikeTogether() {
    Scene scene =
        shop.world.open(
            "alter table prices add column note text;\ncreate index prices_note on prices (note);\n");
    scene.settle().comment("dev", "/db plan");
    assertThat(scene.lastReply())
        .contains("**shop@test, shop@prod**")
        .contains("| Where | Statement | Lock | Rows | Changes |")
        .containsPattern("\\| \\[V\\d+.*change\\.sql:1\\]\\(.*\\) \\| ADD COLUMN prices\\.note \\|")
        .containsPattern(":2\\]\\(.*\\) \\| CREATE INDEX prices\\\\_note ON prices \\|")
        .doesNotContain("**shop@prod**");
    scene.approve("dana").merge().comment("dev", "/db plan");
    assertThat(scene.lastReply()).contains("ADD COLUMN prices.note");
  }

  @Test
  void theDifferenceIsToldTargetByTarget() throws SQLException {
    Scene scene =
        shop.world
            .open(
                "alter table prices add column note text;\ncreate table t (id integer primary key);\n")
            .settle()
            .comment("dev", "/db diff");
    assertThat(scene.lastReply())
        .contains("<b>shop@test, shop@prod</b>: 2 tables and views change")
        .contains("```diff")
        .contains("\n+  note text\n")
        .contains("+++ table main.t\n")
        .doesNotContain("Not in it");
    try (Connection connection = shop.target("prod").connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (id integer primary key)");
    }
    scene.comment("dev", "/db diff");
    assertThat(scene.lastReply())
        .contains("<b>shop@test</b>: 2 tables and views change")
        .contains("<b>shop@prod</b>: 1 table or view changes");
  }

  @Test
  void whatTheDifferenceLeavesOutIsSaid() {
    Scene scene =
        shop.world
            .open(
                """
                    create trigger g after insert on prices begin select 1; end;
                    insert into prices values (1, 2);
                    """)
            .settle()
            .comment("dev", "/db diff");
    assertThat(scene.lastReply())
        .contains("shop@test, shop@prod")
        .contains("nothing that is compared")
        .contains("Not in it:")
        .containsPattern("change\\.sql:1\\]\\(.*\\): CREATE TRIGGER g");
    assertThat(List.of(scene.lastReply().split("\n"))).noneMatch(l -> l.startsWith("/"));
  }

  @Test
  void aMergeRequestWithoutScriptsHasNeither() {
    Scene scene =
        shop.world.open(
            "README.md", "Words", dev.sluice.demo.act.FileAction.put("README.md", "# Words\n"));
    scene.settle().comment("dev", "/db plan").comment("dev", "/db diff");
    assertThat(scene.said()).anyMatch(s -> s.contains("No statement here is for a database"));
    assertThat(scene.lastReply()).contains("No script here is for a database");
  }
}
