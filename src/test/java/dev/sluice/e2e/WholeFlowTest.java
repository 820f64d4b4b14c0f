package dev.sluice.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Snapshot;
import dev.sluice.demo.model.Deployment;
import dev.sluice.deploy.StepResult;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.flow.TellHistory;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.SchemaSnapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One change on its whole way: reviewed, approved, merged, on test, on prod, on record. */
final class WholeFlowTest {
  private static final String SQL =
      """
      create table customers (id integer primary key, name varchar(80) not null);
      insert into customers (id, name) values (1, 'Ada');
      """;
  private static final Pattern HEAD = Pattern.compile("ledger (\\d+):([0-9a-f]{64})");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aChangeIsReviewedApprovedMergedDeployedAndRecorded(Engine engine) {
    try (Shop shop = Shop.on(engine, folder)) {
      Scene scene = shop.world.open(SQL).settle();
      assertThat(scene.status("sluice/review")).isEqualTo("success");
      assertThat(scene.status("sluice/approval")).isEqualTo("pending");

      scene.approve("dana");
      assertThat(scene.status("sluice/approval")).isEqualTo("success");

      scene.merge();
      assertThat(shop.ask("test", "select name from customers")).isEqualTo("Ada");
      assertThat(shop.results(scene))
          .singleElement()
          .asString()
          .contains("Deployed to shop@test: 2/2 statements");
      assertThat(scene.summary()).contains("shop@prod", "write /db deploy prod");

      scene.comment("olga", "/db deploy prod");
      assertThat(shop.ask("prod", "select name from customers")).isEqualTo("Ada");
      assertThat(shop.results(scene)).hasSize(2);
      assertThat(shop.lastResult(scene)).contains("Deployed to shop@prod: 2/2 statements");
      assertThat(scene.summary()).contains("deployed everywhere");
      assertThat(scene.labels()).containsExactly("sluice: deployed");

      theSchemaDiffIsFoldedIn(shop.lastResult(scene));
      gitlabKnowsOfIt(shop, scene);
      everythingIsOnRecord(shop, scene);
    }
  }

  private static void theSchemaDiffIsFoldedIn(String note) {
    assertThat(note)
        .containsSubsequence(
            "<details><summary>Schema before and after</summary>", "```diff", "+", "customers");
  }

  private static void gitlabKnowsOfIt(Shop shop, Scene scene) {
    String commit =
        shop.world.gitlab.read(() -> requireNonNull(requireNonNull(scene.mr.merge).mergeCommit()));
    List<Deployment> records =
        shop.world.gitlab.read(() -> List.copyOf(scene.mr.project.deployments));
    assertThat(records).extracting(d -> d.environment().name()).containsExactly("test", "prod");
    assertThat(records).extracting(Deployment::status).containsOnly("success");
    assertThat(records).extracting(Deployment::sha).containsOnly(commit);
    List<String> statuses =
        shop.world.gitlab.read(
            () ->
                scene.mr.project.pipelines.stream()
                    .filter(p -> p.sha.equals(commit))
                    .flatMap(p -> p.latest().stream())
                    .map(s -> s.name + " " + s.status)
                    .toList());
    assertThat(statuses).containsExactly("sluice/deploy success");
  }

  private static void everythingIsOnRecord(Shop shop, Scene scene) {
    var store = shop.world.store();
    var deployment = store.read(tx -> Deployments.of(tx, Shop.id(scene))).get(0);
    var change = store.read(tx -> Changes.find(tx, Shop.id(scene), deployment.digest()));
    assertThat(change.orElseThrow().scripts())
        .singleElement()
        .satisfies(s -> assertThat(s.script().text()).isEqualTo(SQL));

    var prod = shop.rollout(scene, "prod");
    assertThat(prod.run().by()).isEqualTo("olga");
    List<StepResult> steps = store.read(tx -> RolloutSteps.of(tx, prod.id()));
    assertThat(steps).hasSize(2).allMatch(StepResult::committed);
    Snapshot after =
        store.read(tx -> SchemaSnapshots.find(tx, prod.run().after().orElseThrow())).orElseThrow();
    assertThat(after.text()).contains("customers");

    Ledger.Verification verified = store.read(Ledger::verify);
    assertThat(verified).isInstanceOf(Ledger.Verification.Ok.class);
    for (String note : shop.results(scene)) {
      Matcher head = HEAD.matcher(note);
      assertThat(head.find()).as(note).isTrue();
      assertThat(store.read(tx -> Ledger.find(tx, head.group(2))).orElseThrow().id())
          .isEqualTo(Long.parseLong(head.group(1)));
    }
    List<Ledger.Recorded> entries =
        store.read(tx -> Ledger.entries(tx, Ledger.Filter.newest(100).about(Shop.id(scene))));
    assertThat(entries)
        .extracting(r -> r.entry().action())
        .contains("vote.approve", "deployment.created", "rollout.allowed", "rollout.done");

    assertThat(new TellHistory(store).of(Shop.id(scene)))
        .satisfiesExactly(
            line -> assertThat(line).contains("shop@test", "done 2/2", "approved by dana"),
            line -> assertThat(line).contains("shop@prod", "done 2/2", "shop/database!1"));
  }
}
