package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.git.Commit;
import dev.sluice.demo.model.Level;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RolloutState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a deployment its schema is a file of the repository. */
final class WriteBackTest {
  private static final String FILE = "schema/shop/prod.sql";
  private static final String TABLE =
      "create table parcels (id integer primary key, weight integer);\n";

  @TempDir Path folder;

  private Shop shop(Engine engine, String writeBack) {
    return Shop.on(
        engine, folder, c -> c.with("projects", Configuration.project("write_back: " + writeBack)));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void theSchemaIsCommittedWhenItChangedAndNoBodyTakesItForAScript(Engine engine) {
    try (Shop shop = shop(engine, "{ environments: [ prod ] }")) {
      Scene scene = shop.merged(TABLE);
      assertThat(file(shop, "main")).isEmpty();

      scene.comment("olga", "/db deploy prod");
      String written = file(shop, "main").orElseThrow();
      assertThat(written)
          .startsWith("-- The schema of shop@prod (")
          .contains("as it is since shop/database!1.", "parcels", "weight");
      Commit commit = head(shop, "main");
      assertThat(commit.author().name()).isEqualTo("Sluice");
      assertThat(commit.message()).contains("Schema in prod after shop/database!1", "[skip ci]");
      assertThat(shop.world.gitlab.read(() -> shop.world.project.issues)).isEmpty();
      assertThat(actions(shop)).contains("schema.written").doesNotContain("branch.pushed");

      shop.deployed("insert into parcels (id, weight) values (1, 5);\n");
      assertThat(file(shop, "main")).contains(written);
      assertThat(commits(shop, "Schema in prod")).hasSize(1);

      shop.deployed("alter table parcels add column sender varchar(80);\n");
      assertThat(file(shop, "main").orElseThrow()).contains("since shop/database!3.", "sender");
      assertThat(commits(shop, "Schema in prod")).hasSize(2);
    }
  }

  @Test
  void anotherBranchIsMadeFromTheDefaultBranch() {
    try (Shop shop = shop(Engine.SQLITE, "{ environments: [ prod ], branch: schema-docs }")) {
      shop.deployed(TABLE);
      assertThat(file(shop, "main")).isEmpty();
      assertThat(file(shop, "schema-docs").orElseThrow()).contains("parcels");
      assertThat(head(shop, "schema-docs").parents()).contains(head(shop, "main").id());
      shop.deployed("create table letters (id integer primary key);\n");
      assertThat(file(shop, "schema-docs").orElseThrow()).contains("letters");
    }
  }

  @Test
  void aProtectedBranchIsToldAndTheDeploymentIsDone() {
    try (Shop shop = shop(Engine.SQLITE, "{ environments: [ prod ] }")) {
      shop.world.gitlab.configure(w -> shop.world.project.settings.mergeLevel = Level.MAINTAINER);
      Scene scene = shop.deployed(TABLE);
      assertThat(shop.state(scene, "prod")).isEqualTo(RolloutState.DONE);
      assertThat(file(shop, "main")).isEmpty();
      assertThat(scene.said())
          .filteredOn(n -> n.contains("kind=write-back/"))
          .singleElement()
          .asString()
          .contains("was not written to the branch main", "Protected branches", "bot-config.yml");
    }
  }

  private static Commit head(Shop shop, String branch) {
    return shop.world.gitlab.read(
        () -> {
          var repository = shop.world.project.repository;
          return repository.get(repository.branch(branch).orElseThrow());
        });
  }

  private static Optional<String> file(Shop shop, String branch) {
    Commit head = head(shop, branch);
    return shop.world.gitlab.read(
        () ->
            head.tree()
                .file(FILE)
                .map(shop.world.project.repository::content)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }

  private static List<Commit> commits(Shop shop, String message) {
    return shop.world.gitlab.read(
        () -> {
          var repository = shop.world.project.repository;
          Commit at = repository.get(repository.branch("main").orElseThrow());
          List<Commit> found = new java.util.ArrayList<>();
          while (true) {
            if (at.message().contains(message)) {
              found.add(at);
            }
            if (at.parents().isEmpty()) {
              return found;
            }
            at = repository.get(at.parents().get(0));
          }
        });
  }

  private static List<String> actions(Shop shop) {
    return shop.world.store().read(tx -> Ledger.entries(tx, Ledger.Filter.newest(100))).stream()
        .map(r -> r.entry().action())
        .toList();
  }
}
