package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that only the configuration knows lives like any other. */
final class HouseRuleTest {
  private static final String RULE =
      """
      require-valid-from:
        statements: [ update ]
        when: { table: prices }
        unless: { clause: valid_from }
        message: "Past {{table}} change too"
        remedy: Say from which day on.
        severity: error
      """;
  private static final String SQL = "update prices set amount = 3 where id > 7;\n";

  @TempDir Path folder;
  private Shop shop;
  private Scene scene;

  @BeforeEach
  void open() {
    shop = Shop.on(Engine.SQLITE, folder, c -> c.with("house_rules", RULE));
    shop.deployed("create table prices (id integer primary key, amount integer not null);\n");
    scene = shop.world.open(SQL).settle();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void itFindsIsExplainedAndWaived() {
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(Scene.text(scene.thread("require-valid-from").first()))
        .contains("Past prices change too")
        .contains("**Do instead:** Say from which day on.");
    scene.comment("dev", "/db explain require-valid-from");
    assertThat(scene.lastReply())
        .contains("**require-valid-from**")
        .contains("A rule of this house")
        .contains("where table is like prices");
    scene.comment("olga", "/db waive require-valid-from --reason \"a correction\"");
    assertThat(scene.status("sluice/review")).isEqualTo("success");
  }

  @Test
  void aCommentInTheScriptIgnoresItAndAnotherStatementSatisfiesIt() {
    scene.push("-- sluice:ignore require-valid-from a correction\n" + SQL);
    assertThat(scene.openRules()).isEmpty();
    scene.push("update prices set amount = 3 where id > 7 and amount > /* valid_from */ 2;\n");
    assertThat(scene.openRules()).containsExactly("require-valid-from");
  }

  @Test
  void anotherConfigurationIsAnotherRuleAtOnce() {
    shop.world.configure(
        shop.world
            .configuration()
            .with("house_rules", RULE.replace("table: prices", "table: visits")));
    scene.comment("dev", "/db review");
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    assertThat(scene.openThreads()).isEmpty();
  }
}
