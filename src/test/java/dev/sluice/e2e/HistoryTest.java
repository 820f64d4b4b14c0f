package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.LiveSchemas;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.ConfigWatch;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.flow.TellHistory;
import dev.sluice.review.rules.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changed this table, when, in which merge request; and what the result notes show of it. */
final class HistoryTest {
  @TempDir Path folder;

  @Test
  void aTablesHistoryIsToldAndItsDiagramAndTheEnvironmentsAreCompared() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      Scene tables =
          shop.deployed(
              """
          create table parcels (id integer primary key, weight integer);
          create table letters (id integer primary key, parcel integer references parcels (id));
          """);
      assertThat(shop.lastResult(tables)).contains("```mermaid", "\"letters\" }o--o| \"parcels\"");

      Scene rows = shop.deployed("insert into parcels (id, weight) values (1, 5);\n");
      assertThat(shop.lastResult(rows)).doesNotContain("mermaid");

      shop.target("prod").execute("create index by_hand on parcels (weight)");
      Scene scene = shop.deployed("alter table parcels add column sender varchar(80);\n");
      assertThat(shop.lastResult(scene)).contains("test lacks index by\\_hand");
      assertThat(compared())
          .containsExactly("shop@test and shop@prod differ in 1:", "  test lacks index by_hand");

      String told = scene.comment("dana", "/db history Parcels").lastReply();
      assertThat(told.lines().filter(l -> l.contains("shop@")).toList())
          .satisfiesExactly(
              l -> assertThat(l).contains("shop/database!3", "dev", "dana", "ADD COLUMN", "@prod"),
              l -> assertThat(l).contains("shop/database!3", "ADD COLUMN", "@test"),
              l -> assertThat(l).contains("shop/database!2", "INSERT", "@prod"),
              l -> assertThat(l).contains("shop/database!2", "INSERT", "@test"),
              l -> assertThat(l).contains("shop/database!1", "CREATE TABLE", "@prod"),
              l -> assertThat(l).contains("shop/database!1", "CREATE TABLE", "@test"));
      assertThat(scene.comment("dana", "/db history --target shop@prod").lastReply())
          .contains("letters: CREATE TABLE; parcels: CREATE TABLE")
          .doesNotContain("shop@test");
      assertThat(scene.comment("dana", "/db history nothing").lastReply())
          .contains("Nothing on record");
      assertThat(scene.comment("dana", "/db history --target other@prod").lastReply())
          .contains("no target of this change");
      assertThat(new TellHistory(shop.world.store()).ofTable("letters", Optional.of("shop@test")))
          .singleElement()
          .asString()
          .contains("shop@test", "shop/database!1", "approved by dana", "CREATE TABLE");

      Scene next = shop.world.open("alter table letters add column stamp text;\n").settle();
      assertThat(next.comment("dev", "/db diff").lastReply())
          .contains("```mermaid", "\"letters\" {", "text stamp", "\"parcels\" {");
    }
  }

  private List<String> compared() {
    var reader = new ConfigReader(Surroundings.ofThisProcess(), Rules.infos());
    var config = ConfigWatch.start(folder.resolve("bot-config.yml"), reader).current();
    return LiveSchemas.comparing(config).compare("shop", "test", "prod", false).lines();
  }
}
