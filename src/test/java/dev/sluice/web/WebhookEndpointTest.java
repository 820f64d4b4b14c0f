package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gitlab.hook.WebhookSettings;
import dev.sluice.gitlab.hook.WebhookVerifier;
import dev.sluice.mergerequest.Event;
import dev.sluice.mergerequest.HostUnavailableException;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.setting.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoint over real HTTP. */
class WebhookEndpointTest {
  private static final Path FIXTURES = Path.of("test-fixtures/gitlab/webhooks");
  private static final String SECRET = "hook-secret";
  private static final Event COMMENT = new Event.Commented(new MergeRequestId(31, 5), 555);

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Inbox inbox = new Inbox();
  private LongSupplier me = () -> 7;
  private Optional<String> storeProblem = Optional.empty();
  private WebServer server;

  @BeforeEach
  void start() {
    WebhookSettings settings =
        new WebhookSettings(Optional.of(Secret.parse(SECRET)), Optional.empty());
    server =
        WebServer.start(
            new ServerSettings("127.0.0.1:0", URI.create("http://127.0.0.1")),
            List.of(new ReadyCheck("store", () -> storeProblem)),
            meters,
            List.of(
                new WebhookEndpoint(
                    new WebhookVerifier(settings, Clock.systemUTC()),
                    inbox,
                    () -> me.getAsLong(),
                    meters),
                routes ->
                    routes.get(
                        "/broken",
                        context -> {
                          throw new IllegalStateException("the inside");
                        })));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRelevantEventIsStoredBeforeTheAnswer() throws Exception {
    assertThat(post("Note Hook", "note-command", Map.of()).statusCode()).isEqualTo(200);
    assertThat(inbox.stored.values()).containsExactly(COMMENT);
    assertThat(metrics()).contains("sluice_webhooks_total{outcome=\"stored\"} 1.0");
  }

  @Test
  void theSameDeliveryIsStoredOnceByItsKey() throws Exception {
    Map<String, String> key = Map.of("Idempotency-Key", "k-1");
    assertThat(post("Note Hook", "note-command", key).statusCode()).isEqualTo(200);
    assertThat(post("Note Hook", "note-command", key).statusCode()).isEqualTo(200);
    assertThat(inbox.stored).hasSize(1);
    assertThat(metrics()).contains("sluice_webhooks_total{outcome=\"duplicate\"} 1.0");
  }

  @Test
  void withoutAKeyTheContentIsTheKey() throws Exception {
    post("Note Hook", "note-command", Map.of());
    post("Note Hook", "note-command", Map.of());
    post("Confidential Note Hook", "note-command", Map.of());
    assertThat(inbox.stored).hasSize(2);
  }

  @Test
  void aWrongTokenGets401AndNothingIsStored() throws Exception {
    assertThat(send("Note Hook", "hook-secreT", fixture("note-command"), Map.of()).statusCode())
        .isEqualTo(401);
    assertThat(send("Note Hook", "", fixture("note-command"), Map.of()).statusCode())
        .isEqualTo(401);
    assertThat(inbox.stored).isEmpty();
    assertThat(metrics()).contains("sluice_webhooks_total{outcome=\"forged\"} 2.0");
  }

  @Test
  void whatIsNothingToUsGets200() throws Exception {
    assertThat(post("Emoji Hook", "emoji", Map.of()).statusCode()).isEqualTo(200);
    assertThat(post("Note Hook", "note-our-own", Map.of()).statusCode()).isEqualTo(200);
    assertThat(inbox.stored).isEmpty();
    assertThat(metrics()).contains("sluice_webhooks_total{outcome=\"ignored\"} 2.0");
  }

  @Test
  void malformedJsonGets200AndIsCounted() throws Exception {
    assertThat(send("Note Hook", SECRET, BodyPublishers.ofString("{\"no"), Map.of()).statusCode())
        .isEqualTo(200);
    assertThat(metrics()).contains("sluice_webhooks_total{outcome=\"malformed\"} 1.0");
  }

  @Test
  void moreThan25MegabytesGet413WhateverTheRequestSaysOfItsLength() throws Exception {
    byte[] tooMuch = new byte[(25 << 20) + 1];
    BodyPublisher counted = BodyPublishers.ofByteArray(tooMuch);
    BodyPublisher streamed = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch));
    assertThat(send("Note Hook", SECRET, counted, Map.of()).statusCode()).isEqualTo(413);
    assertThat(send("Note Hook", SECRET, streamed, Map.of()).statusCode()).isEqualTo(413);
  }

  @Test
  void exactly25MegabytesAreRead() throws Exception {
    BodyPublisher most = BodyPublishers.ofByteArray(new byte[25 << 20]);
    assertThat(send("Note Hook", SECRET, most, Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void whatCouldNotBeStoredGets503() throws Exception {
    inbox.full = true;
    assertThat(post("Note Hook", "note-command", Map.of()).statusCode()).isEqualTo(503);
  }

  @Test
  void aNoteIsStoredAlsoWhileGitLabDoesNotTellWhoWeAre() throws Exception {
    me =
        () -> {
          throw new HostUnavailableException("GET /user: 503");
        };
    assertThat(post("Note Hook", "note-command", Map.of()).statusCode()).isEqualTo(200);
    assertThat(inbox.stored.values()).containsExactly(COMMENT);
  }

  @Test
  void readinessNamesWhatIsWrong() throws Exception {
    assertThat(get("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    storeProblem = Optional.of("disk is full");
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("\"store\":\"disk is full\"");
  }

  @Test
  void everyAnswerIsGuardedAndTellsNoVersion() throws Exception {
    HttpResponse<String> missing = get("/nowhere");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().map())
        .containsKeys("x-content-type-options", "content-security-policy", "x-request-id")
        .doesNotContainKeys("server", "x-powered-by");
    assertThat(get("/broken").statusCode()).isEqualTo(500);
    assertThat(get("/broken").body()).isEqualTo("Internal error");
  }

  @Test
  void aHarmlessRequestIdIsKept() throws Exception {
    assertThat(requestId("abc-1")).isEqualTo("abc-1");
    assertThat(requestId("a b")).isNotEqualTo("a b");
  }

  private String requestId(String given) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/healthz")).header("X-Request-Id", given).build();
    return client
        .send(request, BodyHandlers.ofString())
        .headers()
        .firstValue("X-Request-Id")
        .orElseThrow();
  }

  private HttpResponse<String> post(String event, String fixture, Map<String, String> headers)
      throws Exception {
    return send(event, SECRET, fixture(fixture), headers);
  }

  private static BodyPublisher fixture(String name) throws IOException {
    return BodyPublishers.ofFile(FIXTURES.resolve(name + ".json"));
  }

  private HttpResponse<String> send(
      String event, String token, BodyPublisher body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri("/webhooks/gitlab")).POST(body);
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("X-Gitlab-Event", event);
    all.put("X-Gitlab-Token", token);
    all.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private String metrics() throws Exception {
    return get("/metrics").body();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static final class Inbox implements WebhookInbox {
    private final Map<String, Event> stored = new ConcurrentHashMap<>();
    private volatile boolean full;

    @Override
    public boolean accept(Event event, String deliveryKey) {
      if (full) {
        throw new IllegalStateException("disk is full");
      }
      return stored.putIfAbsent(deliveryKey, event) == null;
    }
  }
}
