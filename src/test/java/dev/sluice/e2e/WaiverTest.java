package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People accept a finding, and take that back. */
final class WaiverTest {
  private static final String SQL = "create table t (id integer);\n";

  @TempDir Path folder;
  private Shop shop;
  private Scene scene;

  @BeforeEach
  void open() {
    shop = Shop.on(Engine.SQLITE, folder);
    scene = shop.world.open(SQL).settle();
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anOwnerWaivesAFindingInItsThread() {
    String command = "/db waive --reason \"@all a log, nobody reads single rows\"";
    shop.world.as("olga").reply(scene.mr, scene.threads().get(0), command);
    scene.settle();

    assertThat(scene.status("sluice/review")).isEqualTo("success");
    assertThat(scene.threads()).allMatch(t -> t.isResolved());
    assertThat(String.join("\n", scene.said()))
        .contains("🔕 Waived by olga: ")
        .contains("a log, nobody reads single rows");
    assertThat(scene.summary()).contains("🔕").contains("Waived by olga");
    assertThat(actions()).contains("finding.waived");
  }

  @Test
  void itHoldsOverARebaseButNotOverAnotherStatement() {
    waive("");
    scene.push("-- a log\n\n" + SQL);
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    scene.push("create table t (id integer, at text);\n");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }

  @Test
  void itEndsWithTheDayThatWasNamed() {
    waive(
        " --until " + LocalDate.ofInstant(shop.world.clock.instant(), ZoneOffset.UTC).plusDays(1));
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    shop.world.pass(Duration.ofDays(2));
    scene.comment("dev", "/db review");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }

  @Test
  void unwaiveOpensTheThreadAgain() {
    waive("");
    scene.comment("dev", "/db unwaive require-primary-key");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.threads()).noneMatch(t -> t.isResolved());
    assertThat(String.join("\n", scene.said())).contains("It is back.");
  }

  @Test
  void theAuthorMayNot() {
    scene.comment("dev", "/db waive require-primary-key --reason \"trust me\"");
    assertThat(scene.lastReply()).contains("waive is for owners");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }

  @Test
  void aWaiverNeedsAReasonADateThatComesAndAFindingThatIsOpen() {
    scene.comment("olga", "/db waive require-primary-key");
    assertThat(scene.lastReply()).contains("Say why");
    scene.comment("olga", "/db waive require-primary-key --reason x --until 2020-01-01");
    assertThat(scene.lastReply()).contains("2020-01-01 is over");
    scene.comment("olga", "/db waive require-primary-key --reason x --until tomorrow");
    assertThat(scene.lastReply()).contains("tomorrow is no date");
    scene.comment("olga", "/db waive ban-truncate --reason x");
    assertThat(scene.lastReply())
        .contains("name one that is open: ")
        .contains("require-primary-key at");
  }

  @Test
  void aRuleIsExplainedInAThreadAndByTheNameOfAnotherTool() {
    shop.world.as("dev").reply(scene.mr, scene.threads().get(0), "/db explain");
    scene.settle();
    assertThat(scene.lastReply()).contains("**require-primary-key**", "**Do instead:**");
    scene.comment("dev", "/db explain ban-truncate");
    assertThat(scene.lastReply()).contains("**ban-truncate**");
    scene.comment("dev", "/db explain TABLE_REQUIRE_PK");
    assertThat(scene.lastReply()).contains("**require-primary-key**");
    scene.comment("dev", "/db explain nothing");
    assertThat(scene.lastReply()).contains("There is no rule or finding nothing.");
  }

  private void waive(String more) {
    scene.comment("olga", "/db waive require-primary-key --reason \"a log\"" + more);
  }

  private List<String> actions() {
    return shop.world.store().read(tx -> Ledger.entries(tx, Ledger.Filter.newest(50))).stream()
        .map(row -> row.entry().action())
        .toList();
  }

  @Test
  void nobodyWaivesWhatThePolicyLetsNobodyWaive() {
    scene.comment("olga", "/db waive require-primary-key --reason \"a log\"");
    assertThat(scene.status("sluice/review")).isEqualTo("success");

    shop.world.configure(
        shop.world
            .configuration()
            .with(
                "review_policies",
                "default: { rules: { require-primary-key: { waivable: no } } }"));
    scene.comment("dev", "/db review");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(String.join("\n", scene.said()))
        .contains("It is back. The review policy default lets nobody waive this rule.");

    scene.comment("olga", "/db waive require-primary-key --reason \"a log\"");
    assertThat(scene.lastReply())
        .contains("nobody can waive it; the review policy default says so")
        .contains("Change the statement");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");

    scene.push("-- sluice:ignore require-primary-key a log\n" + SQL.replace(" t ", " u "));
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(Scene.text(scene.openThreads().get(0).first()))
        .contains("🔒 The review policy default lets nobody waive this rule.")
        .contains("The comment that ignores it does not count.")
        .doesNotContain("how to waive");
  }

  @Test
  void rulesThatAreNewToThePolicyInformAndTheSummarySaysSo() {
    shop.world.configure(
        shop.world.configuration().with("review_policies", "default: { rules_version: 0.0.1 }"));
    scene.comment("dev", "/db review");
    assertThat(scene.status("sluice/review")).isEqualTo("success");
    assertThat(scene.summary())
        .containsPattern("ℹ️ \\d+ rules are new since 0\\.0\\.1 and only inform: ban-")
        .contains("in the review policy default makes them count.");
  }
}
