package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.demo.http.Fault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks that are lost, repeated, late or forged, and a GitLab that has a bad day. */
@TestInstance(Lifecycle.PER_CLASS)
class TroubleTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterEach
  void calm() {
    world.gitlab.faults().clear();
    world.gitlab.deliveries().resume();
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String bad() {
    return "create table Bad%d (id integer);\n".formatted(world.next());
  }

  private String good() {
    return "create table t%d (id integer primary key);\n".formatted(world.next());
  }

  /** Everything is there, and once. */
  private static void reviewed(Scene scene) {
    assertThat(scene.openRules()).containsExactlyInAnyOrder("require-primary-key", "name-table");
    assertThat(scene.threads()).hasSize(2);
    assertThat(scene.said()).hasSize(3);
    assertThat(scene.summary()).contains("1 error, 1 warning");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.labels()).containsExactly("sluice: fix");
    assertThat(scene.world.stats().dead()).isZero();
  }

  @Test
  void duplicatesChangeNothing() {
    var deliveries = world.gitlab.deliveries();
    deliveries.duplicateNext(d -> d.is("Merge Request Hook", "open"));
    Scene scene = world.open(bad()).settle();
    deliveries.attempts().stream()
        .map(attempt -> attempt.delivery())
        .filter(d -> d.is("Merge Request Hook", "open"))
        .forEach(deliveries::resend);
    reviewed(scene.settle());
  }

  @Test
  void theOrderOfHooksDoesNotMatter() {
    var deliveries = world.gitlab.deliveries();
    deliveries.pause();
    Scene scene = world.open(good());
    world.as("dev").push(world.project, scene.mr.sourceBranch, scene.path, bad());
    world.as("dana").approve(scene.mr);
    world.as("dev").comment(scene.mr, "/db status");
    var held = deliveries.held();
    for (int i = held.size() - 1; i >= 0; i--) {
      deliveries.release(held.get(i));
    }
    scene.settle();
    assertThat(scene.openRules()).containsExactlyInAnyOrder("require-primary-key", "name-table");
    assertThat(scene.lastReply()).isNotEmpty();
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
  }

  @Test
  void aMergeRequestWhoseHookWasLostIsFound() {
    world.gitlab.deliveries().dropNext(d -> d.is("Merge Request Hook", "open"));
    Scene scene = world.open(bad()).settle();
    assertThat(scene.said()).isEmpty();
    world.reconcile();
    reviewed(scene);
  }

  @Test
  void whatHappensWhileSluiceIsDownIsFoundWhenItStarts() {
    Scene scene = world.open(good()).settle();
    world.stop();
    world.as("dev").push(world.project, scene.mr.sourceBranch, scene.path, bad());
    world.as("dev").comment(scene.mr, "/db help");
    world.start();
    scene.settle();
    assertThat(scene.openThreads()).hasSize(2);
    assertThat(scene.lastReply()).contains("approve");
  }

  @Test
  void aStartInTheMiddleOfWorkRepeatsNothing() {
    world.gitlab.deliveries().pause();
    Scene scene = world.open(bad());
    String drafts = "/merge_requests/" + scene.mr.iid + "/draft_notes/bulk_publish";
    world.gitlab.faults().next(1, "POST", drafts, Fault.delay(Duration.ofMillis(300)).afterwards());
    world.gitlab.deliveries().resume();
    await().until(() -> !world.gitlab.requests().of("POST", drafts).isEmpty());
    world.stop();
    world.start();
    reviewed(scene.settle());
  }

  private Scene withFault(String method, String path, Fault fault, int times) {
    world.gitlab.deliveries().pause();
    Scene scene = world.open(bad());
    world.gitlab.faults().next(times, method, path, fault);
    world.gitlab.deliveries().resume();
    return scene.settle();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/diffs",
        "/versions",
        "/raw",
        "/discussions",
        "/approvals",
        "/groups/",
        "/commits"
      })
  void readsThatFailAreTriedAgain(String path) {
    reviewed(withFault("GET", path, Fault.badGateway(), 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/draft_notes$", "/bulk_publish", "/notes$", "/statuses/"})
  void writesThatFailAreTriedAgain(String path) {
    reviewed(withFault("POST", path, Fault.badGateway(), 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/draft_notes$", "/bulk_publish", "/notes$", "/statuses/"})
  void writesThatSucceedWithoutAnAnswerAreNotDoneTwice(String path) {
    reviewed(withFault("POST", path, Fault.badGateway().afterwards(), 1));
    reviewed(withFault("POST", path, Fault.close().afterwards(), 1));
  }

  @Test
  void tooManyRequestsAreWaitedOut() {
    reviewed(withFault("GET", "/", Fault.tooManyRequests(1), 2));
    reviewed(withFault("POST", "/draft_notes$", Fault.tooManyRequests(1), 1));
  }

  @Test
  void aSilentGitLabIsAskedAgain() {
    reviewed(withFault("GET", "/diffs", Fault.delay(Duration.ofSeconds(3)), 1));
  }

  @Test
  void brokenConnectionsAreTriedAgain() {
    reviewed(withFault("GET", "/merge_requests/", Fault.close(), 3));
  }

  @Test
  void aFileThatIsNotFoundForAMomentIsSaidAndSeenWithTheNextLook() {
    Scene scene = withFault("GET", "/repository/files/", Fault.notFound(), 9);
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    assertThat(scene.summary()).contains("could not be read at " + scene.mr.headSha);
    world.gitlab.faults().clear();
    scene.comment("dev", "/db review");
    assertThat(scene.openThreads()).hasSize(2);
  }

  @Test
  void aMergeRequestThatIsNotFoundForAMomentIsFoundLater() {
    Scene scene = withFault("GET", "/merge_requests/\\d+$", Fault.notFound(), 1);
    world.reconcile();
    reviewed(scene);
  }

  @Test
  void forgedWebhooksAreRefusedAndStoreNothing() throws Exception {
    world.settle();
    int before = items();
    String body =
        world.gitlab.deliveries().attempts().stream()
            .map(attempt -> attempt.delivery())
            .filter(d -> d.event().equals("Merge Request Hook"))
            .map(d -> d.body())
            .findFirst()
            .orElseGet(() -> world.open(good()).settle().path);
    int stored = items();
    for (String token : List.of("", "wrong", World.WEBHOOK_TOKEN + "x")) {
      assertThat(post(token, body)).isEqualTo(401);
    }
    assertThat(items()).isEqualTo(stored);
    assertThat(before).isLessThanOrEqualTo(stored);
    assertThat(post(World.WEBHOOK_TOKEN, body)).isEqualTo(200);
    assertThat(items()).isEqualTo(stored + 1);
    world.settle();
  }

  @Test
  void malformedAndIrrelevantWebhooksAreAcceptedAndForgotten() throws Exception {
    world.settle();
    int stored = items();
    assertThat(post(World.WEBHOOK_TOKEN, "{ not json")).isEqualTo(200);
    assertThat(post(World.WEBHOOK_TOKEN, "{\"object_kind\":\"wiki_page\"}")).isEqualTo(200);
    assertThat(items()).isEqualTo(stored);
  }

  private int items() {
    return world
        .store()
        .read(
            tx ->
                tx.handle()
                    .createQuery("select count(*) from item where kind = 'event'")
                    .mapTo(Integer.class)
                    .one());
  }

  private int post(String token, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(world.webhooks())
            .header("X-Gitlab-Event", "Merge Request Hook")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("X-Gitlab-Token", token);
    }
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
