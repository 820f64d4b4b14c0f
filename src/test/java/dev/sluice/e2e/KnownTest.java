package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Workbench;
import dev.sluice.change.TargetName;
import dev.sluice.change.Version;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.ConfigWatch;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.demo.act.FileAction;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.flow.known.ImportHistory.Tool;
import dev.sluice.review.rules.Rules;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the command line tells a target of the time before, as a Sluice that runs takes it over. */
final class KnownTest {
  private static final TargetName PROD = TargetName.parse("shop@prod");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void versionsUpToTheBaselineAreRefusedAndTheNextOneRuns(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      shop.target("prod").execute("create table legacy (id integer primary key)");
      workbench(shop).baseline().make(PROD, Optional.of(Version.parse("5")), "olga");
      takenOver(shop, 1);

      String low = "orders/V5__low.sql";
      String sql = "create table low (id integer primary key);\n";
      Scene scene = shop.world.open(low, "Too low", FileAction.put(low, sql)).settle();
      assertThat(scene.status("sluice/review")).isEqualTo("failed");
      assertThat(scene.summary())
          .contains("version 5 is not above 5 (the baseline of shop@prod)")
          .contains("take a higher version");

      scene.push(FileAction.delete(low), FileAction.put("orders/V6__low.sql", sql));
      assertThat(scene.status("sluice/review")).isEqualTo("success");
      scene.approve("dana").merge().comment("olga", "/db deploy prod");
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.DONE);
      assertThat(shop.lastResult(scene)).doesNotContain("not as Sluice left it");
      assertThat(shop.ask("prod", "select count(*) from low")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void whatWasImportedMustNotBeEditedAnyMore(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      String old = "orders/V1__orders.sql";
      String table = "create table orders (id integer primary key);\n";
      shop.world.as("olga").push(shop.world.project, "main", old, table);
      shop.world.settle();
      Scene scene = shop.world.open(old, "Edit", FileAction.put(old, "-- \n" + table)).settle();
      assertThat(scene.summary()).doesNotContain("has run already");

      int recorded =
          workbench(shop)
              .importing(
                  Optional.empty(),
                  history ->
                      history.record(
                          PROD,
                          history.plan(
                              PROD,
                              Tool.BYTEBASE,
                              Optional.empty(),
                              Optional.of("version\n1\n3\n"))));
      assertThat(recorded).isEqualTo(2);
      takenOver(shop, 2);

      scene.push(FileAction.put(old, "-- again\n" + table));
      assertThat(scene.status("sluice/review")).isEqualTo("failed");
      assertThat(scene.summary()).contains(old, "has run already");
      String third = "orders/V3__twice.sql";
      Scene twice = shop.world.open(third, "Twice", FileAction.put(third, table)).settle();
      assertThat(twice.summary()).contains("version 3 of shop is taken by bytebase 3");
    }
  }

  /** The parts of the command line, with the configuration of the Sluice that runs. */
  private Workbench workbench(Shop shop) {
    ConfigReader reader = new ConfigReader(Surroundings.ofThisProcess(), Rules.infos());
    Path file = folder.resolve("bot-config.yml");
    return new Workbench(ConfigWatch.start(file, reader).current(), shop.world.clock);
  }

  /** Once: what is known already is not taken over again. */
  private static void takenOver(Shop shop, int entries) {
    assertThat(adopted(shop)).isEmpty();
    for (int look = 0; look < 2; look++) {
      shop.world.pass(Duration.ofMinutes(11));
      shop.world.settle();
      assertThat(adopted(shop)).containsExactly(entries + " entries of the target's own history");
    }
  }

  private static List<String> adopted(Shop shop) {
    return shop.world.store().read(tx -> Ledger.entries(tx, Ledger.Filter.newest(100))).stream()
        .map(Ledger.Recorded::entry)
        .filter(e -> e.action().equals("history.adopted"))
        .map(e -> String.valueOf(e.reason()))
        .toList();
  }
}
