package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.MergeRequest;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments are taken back: by a merge request of Sluice's own, or at once. */
final class RollbackTest {
  private static final String ITEMS =
      "create table items (id integer primary key, name varchar(80) not null);\n";

  @TempDir Path folder;

  /** The merge request that Sluice has opened last. */
  private static Scene opened(Shop shop) {
    MergeRequest last =
        shop.world.gitlab.read(
            () ->
                shop.world.project.mergeRequests.values().stream()
                    .reduce((a, b) -> b)
                    .orElseThrow());
    assertThat(last.author.id()).isEqualTo(shop.world.bot.id());
    return new Scene(shop.world, last, "");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL"})
  void aMergeRequestTakesBackWhatRanAndTheVersionMayRunAgain(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      shop.deployed(ITEMS);
      Scene scene =
          shop.deployed(
              "alter table items add column price integer;\n"
                  + "create index items_name on items (name);\n");
      scene.comment("olga", "/db rollback --reason \"wrong price\"");
      Scene back = opened(shop);
      assertThat(scene.lastReply()).contains("Opened !" + back.mr.iid, "shop@test, shop@prod");
      assertThat(back.mr.description).contains("!" + scene.mr.iid, "wrong price", "⚠️");
      assertThat(back.said()).isNotEmpty();

      back.merge();
      assertThat(shop.state(back, "test")).as(back.said().toString()).isEqualTo(RolloutState.DONE);
      assertThat(shop.results(back)).isNotEmpty();
      back.comment("olga", "/db deploy prod");
      assertThat(shop.state(back, "prod")).as(back.said().toString()).isEqualTo(RolloutState.DONE);
      assertThat(history(shop, engine)).contains("UNDONE");
      scene.comment("olga", "/db rollback");
      assertThat(scene.lastReply()).contains("Nothing of this merge request has anything");
    }
  }

  private static String history(Shop shop, Engine engine) {
    return shop.ask(
        "prod",
        engine == Engine.POSTGRESQL
            ? "select string_agg(status, ',' order by path) from sluice.history"
            : "select group_concat(status order by path) from _sluice_history");
  }
}
