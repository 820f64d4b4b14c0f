package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.Backups;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a deployment does to many rows, what it keeps of them, and that what it keeps is no drift.
 */
final class BackupFlowTest {
  private static final String ENVIRONMENTS =
      """
      - { name: test, deploy: on_merge, backup: { soft_drop: true } }
      - { name: prod, deploy: manual, drift: { policy: block } }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void batchesAndBackupsAreToldAndAreNoDrift(Engine engine) {
    try (Shop shop = Shop.on(engine, folder, c -> c.with("environments", ENVIRONMENTS))) {
      shop.deployed(
          """
          create table items (id integer primary key, state varchar(20) not null);
          create table obsolete (id integer primary key);
          """);
      fill(shop, "test");
      fill(shop, "prod");

      Scene scene =
          shop.approved(
                  """
                  -- sluice: batch size=10
                  update items set state = 'new' where id <= 25;
                  update items set state = 'old' where id > 25;
                  drop table obsolete;
                  """)
              .comment("olga", "/db waive ban-drop-table --reason \"nobody uses it\"")
              .merge();

      assertThat(shop.lastResult(scene))
          .contains("🚀 Deployed to shop@test: 3/3 statements")
          .contains(" rows in 3 batches, 25 changed")
          .contains("Statement 1 was not backed up: it is cut into batches")
          .contains("Statement 2 is backed up: 5 rows of items")
          .contains("Statement 3 is backed up: table obsolete");
      scene.comment("olga", "/db deploy prod");
      assertThat(shop.lastResult(scene))
          .contains("🚀 Deployed to shop@prod: 3/3 statements")
          .contains("in 3 batches, 25 changed", "Statement 2 is backed up");
      assertThat(states(shop, "prod")).isEqualTo("25 5");

      assertThat(backups(shop)).isEqualTo(2);
      later(shop, Duration.ofHours(25));
      assertThat(issues(shop)).as("with backups").isZero();
      assertThat(shop.deployed("create table more (id integer primary key);\n").said().toString())
          .doesNotContain("not as Sluice left it");

      later(shop, Duration.ofDays(31));
      later(shop, Duration.ofHours(25));
      assertThat(backups(shop)).as("expired").isZero();
      assertThat(issues(shop)).as("without backups").isZero();
      Scene last = shop.deployed("create table last (id integer primary key);\n");
      assertThat(shop.lastResult(last))
          .contains("🚀 Deployed to shop@prod")
          .doesNotContain("not as Sluice left it");
    }
  }

  private static void fill(Shop shop, String environment) {
    for (int id = 1; id <= 30; id++) {
      shop.target(environment).execute("insert into items values (%d, 'x')".formatted(id));
    }
    shop.target(environment).execute("insert into obsolete values (1)");
  }

  private static String states(Shop shop, String environment) {
    return shop.ask(environment, "select count(*) from items where state = 'new'")
        + " "
        + shop.ask(environment, "select count(*) from items where state = 'old'");
  }

  private static long backups(Shop shop) {
    return shop.world.store().read(tx -> (long) Backups.targets(tx).size());
  }

  private static void later(Shop shop, Duration time) {
    shop.world.pass(time);
    shop.world.settle();
  }

  private static int issues(Shop shop) {
    return shop.world.gitlab.read(() -> shop.world.project.issues.size());
  }
}
