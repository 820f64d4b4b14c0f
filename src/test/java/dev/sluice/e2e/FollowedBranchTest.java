package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.http.Fault;
import dev.sluice.demo.model.Issue;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.e2e.Shop.Engine;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.Deployments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that reach the branch past every merge request run nothing, and people are told. */
final class FollowedBranchTest {
  private static final String SQL = Engine.SQLITE.logTable();
  private static final FileAction SCRIPT = FileAction.put("orders/V7__log.sql", SQL);

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.on(Engine.SQLITE, folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aDirectPushIsToldInOneIssueAndRunsNothing() {
    shop.world.as("olga").push(shop.world.project, "main", "Quick fix", SCRIPT);
    shop.world.settle();
    shop.world.reconcile();

    assertThat(issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.title).contains("SQL reached main without a merge request");
              assertThat(issue.description).contains("log.sql", "Sluice runs none of them");
            });
    nothingRan();
    assertThat(actions()).contains("branch.pushed");
    assertThat(shop.merged("create table other (id integer primary key);\n").summary())
        .contains("✅ deployed");
  }

  @Test
  void aPushWithoutScriptsIsNoNews() {
    shop.world.as("olga").push(shop.world.project, "main", "README.md", "# Better\n");
    shop.world.settle();
    assertThat(issues()).isEmpty();
  }

  @Test
  void aRewrittenBranchIsToldInOneIssueAndRunsNothing() {
    String root = shop.world.gitlab.read(() -> main());
    shop.merged("create table other (id integer primary key);\n");
    shop.world.as("olga").rewrite(shop.world.project, "main", root, "Rewrite", SCRIPT);
    shop.world.settle();
    shop.world.reconcile();

    assertThat(issues())
        .singleElement()
        .satisfies(i -> assertThat(i.title).contains("The history of main was rewritten"));
    nothingRan();
    assertThat(actions()).contains("branch.rewritten");

    Scene next = shop.merged("create table next (id integer primary key);\n");
    assertThat(next.summary()).contains("✅ deployed");
  }

  @Test
  void theIssueIsOpenedOnceAlthoughItsAnswerIsLost() {
    shop.world.gitlab.faults().next(1, "POST", "/issues", Fault.badGateway().afterwards());
    shop.world.as("olga").push(shop.world.project, "main", "Quick fix", SCRIPT);
    shop.world.settle();
    assertThat(issues()).hasSize(1);
  }

  @Test
  void whatWasReviewedOnABranchThatIsNewToUsIsDeployed() throws IOException {
    stopAndForget();
    shop.world.gitlab.faults().next(99, "GET", "/merge_requests$", Fault.badGateway());
    shop.world.start();
    MergeRequest mr = propose();
    Awaitility.await()
        .until(
            () ->
                shop.world.gitlab.read(() -> mr.notes().anyMatch(n -> n.body.contains("summary"))));
    shop.world.as("olga").merge(mr);
    shop.world.gitlab.faults().clear();
    shop.world.settle();
    assertThat(actions()).contains("deployment.created");
  }

  private MergeRequest propose() {
    shop.world.as("olga").push(shop.world.project, "log", "Log", SCRIPT);
    return shop.world.as("olga").open(shop.world.project, "log", "Log");
  }

  private void stopAndForget() throws IOException {
    shop.world.stop();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path store :
          files.filter(f -> f.getFileName().toString().startsWith("sluice")).toList()) {
        Files.delete(store);
      }
    }
  }

  @Test
  void theFirstStartTakesTheBranchAsItIs() throws IOException {
    stopAndForget();
    shop.world.as("olga").push(shop.world.project, "main", "Long ago", SCRIPT);
    shop.world.start();
    shop.world.pass(Duration.ZERO);
    shop.world.settle();

    nothingRan();
    assertThat(issues()).isEmpty();
    assertThat(actions()).contains("branch.followed");
    assertThat(shop.merged("create table next (id integer primary key);\n").summary())
        .contains("✅ deployed");
  }

  private String main() {
    return shop.world.project.repository.branch("main").orElseThrow();
  }

  private List<Issue> issues() {
    return shop.world.gitlab.read(() -> List.copyOf(shop.world.project.issues.values()));
  }

  private List<String> actions() {
    return shop.world.store().read(tx -> Ledger.entries(tx, Ledger.Filter.newest(100))).stream()
        .map(r -> r.entry().action())
        .toList();
  }

  private void nothingRan() {
    assertThat(shop.ask("test", "select 1 from sqlite_master where name = 'log'")).isEmpty();
    assertThat(shop.world.store().read(tx -> Deployments.recent(tx, 10)).stream())
        .allMatch(d -> d.mergeRequest().iid() > 0);
  }
}
