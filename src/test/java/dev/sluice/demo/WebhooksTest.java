package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.demo.hooks.Delivery;
import dev.sluice.demo.model.MergeRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private static final byte[] KEY =
      "01234567890123456789012345678901".getBytes(StandardCharsets.UTF_8);
  private final Shop shop = new Shop();
  private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
  private HttpServer receiver;

  private record Got(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
    var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    var signing = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    shop.gitlab.addHook(shop.project, url, "secret", signing);
  }

  private void receive(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    got.add(new Got(exchange.getRequestHeaders(), body));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @AfterEach
  void stop() {
    shop.close();
    receiver.stop(0);
  }

  /** What was delivered, as "event:action". */
  private List<String> delivered() throws InterruptedException {
    assertThat(shop.gitlab.deliveries().awaitIdle(Duration.ofSeconds(10))).isTrue();
    return shop.gitlab.deliveries().attempts().stream()
        .map(attempt -> attempt.delivery().event() + ":" + attempt.delivery().action())
        .toList();
  }

  @Test
  void everyActionSendsWhatGitLabSends() throws InterruptedException {
    var mr = shop.open();
    var lin = shop.gitlab.as(shop.lin);
    var omar = shop.gitlab.as(shop.omar);
    var note = lin.comment(mr, "/db status").orElseThrow();
    lin.edit(note, "/db review");
    lin.delete(note);
    lin.push(shop.project, "note", Shop.SCRIPT, "select 1;\n");
    omar.approve(mr);
    omar.unapprove(mr);
    omar.close(mr);
    omar.reopen(mr);
    omar.merge(mr);
    assertThat(delivered())
        .containsExactly(
            "Push Hook:",
            "Merge Request Hook:open",
            "Note Hook:create",
            "Note Hook:update",
            "Push Hook:",
            "Merge Request Hook:update",
            "Merge Request Hook:approved",
            "Merge Request Hook:unapproved",
            "Merge Request Hook:close",
            "Merge Request Hook:reopen",
            "Push Hook:",
            "Merge Request Hook:merge");
  }

  @Test
  void headersNameTheEventAndProveTheSender() throws Exception {
    shop.open();
    delivered();
    var push = got.get(0);
    assertThat(push.header("X-gitlab-event")).isEqualTo("Push Hook");
    assertThat(push.header("X-gitlab-token")).isEqualTo("secret");
    assertThat(push.header("Idempotency-key")).isEqualTo(push.header("Webhook-id")).isNotEmpty();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    var content =
        push.header("Webhook-id") + "." + push.header("Webhook-timestamp") + "." + push.body();
    var expected =
        Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    assertThat(push.header("Webhook-signature")).isEqualTo("v1," + expected);
  }

  @Test
  void aPushTellsTheOldHeadAndARetargetTheOldBranch() throws InterruptedException {
    var mr = shop.open();
    var old = mr.headSha;
    shop.gitlab.as(shop.lin).forcePush(shop.project, "note", "Anew");
    shop.gitlab.as(shop.omar).push(shop.project, "release", "README.md", "x\n");
    shop.gitlab.as(shop.lin).retarget(mr, "release");
    delivered();
    var updates =
        shop.gitlab.deliveries().attempts().stream()
            .map(attempt -> attempt.delivery())
            .filter(delivery -> delivery.is("Merge Request Hook", "update"))
            .map(Delivery::body)
            .toList();
    assertThat(updates.get(0)).contains("\"oldrev\":\"" + old + "\"");
    assertThat(updates.get(1))
        .contains("\"target_branch\":{\"previous\":\"main\",\"current\":\"release\"}");
  }

  @Test
  void aPushThatBringsTheHeadMergesIt() throws InterruptedException {
    MergeRequest mr = shop.open();
    shop.gitlab.configure(world -> shop.project.settings.mergeMethod = "ff");
    var omar = shop.gitlab.as(shop.omar);
    omar.push(shop.project, "note", "orders/V5__x.sql", "select 5;\n");
    omar.rewrite(shop.project, "main", mr.headSha, "On top of it");
    assertThat(mr.state).isEqualTo("merged");
    assertThat(delivered()).endsWith("Push Hook:", "Merge Request Hook:merge");
  }

  @Test
  void deliveriesAreHeldAndReleasedInAnyOrder() throws InterruptedException {
    var deliveries = shop.gitlab.deliveries();
    deliveries.pause();
    shop.open();
    assertThat(delivered()).isEmpty();
    var held = deliveries.held();
    deliveries.release(held.get(1));
    deliveries.release(held.get(0));
    deliveries.resume();
    assertThat(delivered()).containsExactly("Merge Request Hook:open", "Push Hook:");
  }

  @Test
  void deliveriesAreLostAndRepeated() throws InterruptedException {
    var deliveries = shop.gitlab.deliveries();
    deliveries.dropNext(delivery -> delivery.event().equals("Push Hook"));
    deliveries.duplicateNext(delivery -> delivery.is("Merge Request Hook", "open"));
    shop.open();
    assertThat(delivered()).containsExactly("Merge Request Hook:open", "Merge Request Hook:open");
    assertThat(got.get(0).header("Idempotency-key"))
        .isEqualTo(got.get(1).header("Idempotency-key"));
    assertThat(deliveries.dropped()).hasSize(1);
  }

  @Test
  void resolvingTheLastThreadTellsSo() throws InterruptedException {
    var mr = shop.open();
    var version = mr.latest().orElseThrow();
    shop.api(shop.bot)
        .post(
            shop.mr(mr) + "/discussions",
            "body",
            "fix\n```suggestion:-0+0\nselect 1;\n```",
            "position[position_type]",
            "text",
            "position[base_sha]",
            version.base(),
            "position[start_sha]",
            version.start(),
            "position[head_sha]",
            version.head(),
            "position[new_path]",
            Shop.SCRIPT,
            "position[new_line]",
            "2");
    var thread = mr.discussions.get(0);
    shop.gitlab.as(shop.lin).applySuggestion(mr, thread.first());
    assertThat(thread.isResolved()).isTrue();
    var raw =
        shop.mr(mr).replaceAll("/merge_requests.*", "/repository/files/orders%2FV2__note.sql");
    assertThat(shop.api(shop.bot).get(raw + "/raw?ref=note").text())
        .isEqualTo("alter table orders\nselect 1;\n");
    delivered();
    assertThat(got.get(got.size() - 1).body())
        .contains("\"blocking_discussions_resolved\":{\"previous\":false,\"current\":true}");
  }
}
