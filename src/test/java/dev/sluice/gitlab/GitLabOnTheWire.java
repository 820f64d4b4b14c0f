package dev.sluice.gitlab;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.sluice.gitlab.hook.WebhookSettings;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.setting.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A GitLab below {@code /root} that answers what a test tells it. */
abstract class GitLabOnTheWire {
  static final String TOKEN = "glpat-0123456789";
  static final String ME =
      "{\"id\":7,\"username\":\"sluice\",\"name\":\"Sluice\",\"state\":\"active\"}";
  static final String API = "/root/api/v4";
  static final MergeRequestId MR = new MergeRequestId(1, 2);
  static final String MR_PATH = API + "/projects/1/merge_requests/2";
  static final Patience QUICK = new Patience(3, Duration.ofMillis(5), Duration.ofMillis(100));

  static WireMockServer gitlab =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private GitLab client;

  @BeforeAll
  static void start() {
    gitlab.start();
  }

  @AfterAll
  static void stop() {
    gitlab.resetAll();
  }

  @BeforeEach
  void connect() {
    gitlab.resetAll();
    client = GitLab.open(settings("http://127.0.0.1:" + gitlab.port() + "/root/"), QUICK);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  static GitLabSettings settings(String url) {
    return new GitLabSettings(
        URI.create(url),
        Secret.parse(TOKEN),
        new WebhookSettings(Optional.of(Secret.parse("hook-secret")), Optional.empty()),
        Optional.empty(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30));
  }

  CodeHost host() {
    return client.host();
  }
}
