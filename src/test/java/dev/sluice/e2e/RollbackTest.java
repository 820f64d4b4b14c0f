package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.record.RolloutState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aMergeRequestTakesBackWhatRanAndTheVersionMayRunAgain() {
    try (Shop shop = Shop.on(Engine.POSTGRESQL, folder)) {
      shop.deployed(ITEMS);
      Scene scene =
          shop.deployed(
              """
              alter table items add column price integer;
              create index items_name on items (name);
              """);
      scene.comment("dev", "/db rollback --reason \"wrong price\"");
      Scene back = opened(shop);
      assertThat(scene.lastReply()).contains("Opened !" + back.mr.iid, "shop@test, shop@prod");
      assertThat(back.mr.description)
          .contains("!" + scene.mr.iid, "wrong price", "⚠️ what was written into price since");

      scene.comment("dev", "/db rollback prod --now --reason \"hurry\"");
      assertThat(scene.lastReply()).contains("Nobody may roll shop back directly");

      back.comment("olga", "/db waive ban-drop-column --reason \"nobody uses it\"");
      back.approve("dana").merge();
      assertThat(shop.lastResult(back)).contains("Deployed to shop@test: 2/2 statements");
      back.comment("olga", "/db deploy prod");
      assertThat(shop.lastResult(back)).contains("Deployed to shop@prod: 2/2 statements");
      assertThat(
              shop.ask("prod", "select string_agg(status, ',' order by path) from sluice.history"))
          .isEqualTo("DONE,UNDONE,DONE");
      scene.comment("dev", "/db rollback");
      assertThat(scene.lastReply()).contains("Nothing of this merge request has anything");

      Scene again =
          shop.world
              .open(
                  scene.path,
                  "Again",
                  FileAction.put(scene.path, "alter table items add column price bigint;\n"))
              .settle()
              .approve("dana")
              .merge();
      assertThat(shop.state(again, "test")).as(again.summary()).isEqualTo(RolloutState.DONE);
    }
  }

  @Test
  void whatRanOfAFailedDeploymentIsTakenBackAtOnce() {
    String project = Configuration.project("rollback: { direct: [ \"group:dba\" ] }\n");
    try (Shop shop = Shop.on(Engine.MYSQL, folder, c -> c.with("projects", project))) {
      shop.deployed(ITEMS);
      shop.target("test").execute("insert into items values (1, 'x'), (2, 'x')");
      Scene scene =
          shop.approved(
                  """
                  alter table items add column price integer;
                  alter table items add unique key u_name (name);
                  """)
              .comment("olga", "/db waive require-fitting-data --reason \"to see it fail\"")
              .merge();
      assertThat(shop.lastResult(scene)).contains("stopped after 1/2 statements", "/db rollback");

      scene.comment("dev", "/db rollback test --now --reason \"hurry\"");
      assertThat(scene.lastReply()).contains("rolled back directly by", "group:dba");
      scene.comment("dana", "/db rollback test --now --reason \"half a change\"");
      assertThat(shop.lastResult(scene)).contains("Deployed to shop@test: 1/1 statements");
      assertThat(
              shop.ask(
                  "test",
                  "select count(*) from information_schema.columns where table_schema ="
                      + " database() and column_name = 'price'"))
          .isEqualTo("0");
    }
  }

  @Test
  void whatHasMovedOnIsNotTakenBack() {
    try (Shop shop = Shop.on(Engine.SQLITE, folder)) {
      shop.deployed(ITEMS);
      Scene scene = shop.merged("alter table items add column price integer;\n");
      Scene later = shop.merged("alter table items add column vat integer;\n");
      scene.comment("dev", "/db rollback");
      assertThat(scene.lastReply())
          .contains("shop@test has moved on since: !" + later.mr.iid + " changed TABLE items");
      later.comment("dev", "/db rollback");
      Scene back = opened(shop);
      shop.target("test").execute("alter table items add column byhand integer");
      back.comment("olga", "/db waive ban-drop-column --reason \"nobody uses it\"");
      back.approve("dana").merge();
      assertThat(shop.lastResult(back)).contains("has moved on since", "no deployment of Sluice");
    }
  }
}
