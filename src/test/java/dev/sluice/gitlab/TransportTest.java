package dev.sluice.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.HostUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens on the wire, whatever the call. */
class TransportTest extends GitLabOnTheWire {
  private static final String USER = "/root/api/v4/user";

  @Test
  void theTokenIsSentAndTheRelativeRootIsKept() {
    gitlab.stubFor(get(USER).willReturn(okJson(ME)));
    assertThat(host().people().me().id()).isEqualTo(7);
    gitlab.verify(getRequestedFor(urlEqualTo(USER)).withHeader("PRIVATE-TOKEN", equalTo(TOKEN)));
  }

  @Test
  void aReadIsTriedAgainAfterBadGateway() {
    first(USER, aResponse().withStatus(502).withBody("<html>bad gateway</html>"), okJson(ME));
    assertThat(host().people().me().username()).isEqualTo("sluice");
  }

  @Test
  void aReadIsTriedAgainAfterALostConnection() {
    first(USER, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson(ME));
    assertThat(host().people().me().username()).isEqualTo("sluice");
  }

  @Test
  void aPlainTextRateLimitIsWaitedFor() {
    first(
        USER,
        aResponse().withStatus(429).withHeader("Retry-After", "1").withBody("Retry later\n"),
        okJson(ME));
    long start = System.nanoTime();
    assertThat(host().people().me().username()).isEqualTo("sluice");
    assertThat(System.nanoTime() - start).isGreaterThan(90_000_000L);
  }

  @Test
  void afterSomeTriesGitLabIsUnavailableAndTheMessageNamesTheCall() {
    gitlab.stubFor(get(USER).willReturn(aResponse().withStatus(503).withBody("down for lunch")));
    assertThatThrownBy(() -> host().people().me())
        .isInstanceOf(HostUnavailableException.class)
        .hasMessage("GET /user: 503 down for lunch");
    gitlab.verify(3, getRequestedFor(urlEqualTo(USER)));
  }

  @Test
  void silenceEndsInATimeout() {
    gitlab.stubFor(get(USER).willReturn(okJson(ME).withFixedDelay(5_000)));
    GitLabSettings patient = settings("http://127.0.0.1:" + gitlab.port() + "/root");
    GitLabSettings hasty =
        new GitLabSettings(
            patient.url(),
            patient.token(),
            patient.webhook(),
            patient.caFile(),
            patient.connectTimeout(),
            Duration.ofMillis(100),
            patient.callTimeout());
    try (GitLab client = GitLab.open(hasty, QUICK)) {
      assertThatThrownBy(() -> client.host().people().me())
          .isInstanceOf(HostUnavailableException.class)
          .hasMessageContaining("GET /user")
          .hasMessageContaining("Timeout");
    }
  }

  @Test
  void aNoIsNotTriedAgainAndNeverQuotesTheToken() {
    gitlab.stubFor(
        get(USER)
            .willReturn(jsonResponse("{\"message\":\"401 Unauthorized " + TOKEN + "\"}", 401)));
    assertThatThrownBy(() -> host().people().me())
        .isInstanceOfSatisfying(
            HostRefusedException.class, refused -> assertThat(refused.status()).isEqualTo(401))
        .hasMessage("GET /user: 401 401 Unauthorized ***");
    gitlab.verify(1, getRequestedFor(urlEqualTo(USER)));
  }

  @Test
  void anAnswerThatIsNoJsonMeansUnavailable() {
    gitlab.stubFor(get(USER).willReturn(ok("<html>please log in</html>")));
    assertThatThrownBy(() -> host().people().me()).isInstanceOf(HostUnavailableException.class);
  }

  @Test
  void aRenamedRepositoryIsFollowedWithinGitLab() {
    gitlab.stubFor(
        get("/root/api/v4/projects/shop%2Fold")
            .willReturn(permanentRedirect("/root/api/v4/projects/42")));
    gitlab.stubFor(
        get("/root/api/v4/projects/42")
            .willReturn(
                okJson(
                    "{'id':42,'path_with_namespace':'shop/new','web_url':'https://g/shop/new'}"
                        .replace('\'', '"'))));
    assertThat(host().repositories().find("shop/old"))
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(42));
  }

  @Test
  void aRedirectToAnotherHostDoesNotGetTheToken() {
    gitlab.stubFor(
        get("/root/api/v4/projects/1")
            .willReturn(permanentRedirect("http://127.0.0.2:" + gitlab.port() + "/stolen")));
    assertThatThrownBy(() -> host().repositories().find("1"))
        .isInstanceOf(HostRefusedException.class);
    gitlab.verify(0, getRequestedFor(urlEqualTo("/stolen")));
  }

  @Test
  void gitLab4JGoesTheSameWay() {
    String branch = "/root/api/v4/projects/1/repository/branches/feature%2Fa";
    first(
        branch,
        aResponse().withStatus(502),
        okJson("{\"name\":\"feature/a\",\"commit\":{\"id\":\"abc\"}}"));
    assertThat(host().repositories().head(1, "feature/a")).contains("abc");
    gitlab.verify(
        2, getRequestedFor(urlEqualTo(branch)).withHeader("PRIVATE-TOKEN", equalTo(TOKEN)));
  }

  @Test
  void gitLab4JsRefusalsNameTheCallToo() {
    gitlab.stubFor(
        any(urlPathMatching(".*/branches/.*"))
            .willReturn(jsonResponse("{\"message\":\"403 Forbidden\"}", 403)));
    assertThatThrownBy(() -> host().repositories().head(1, "main"))
        .isInstanceOf(HostRefusedException.class)
        .hasMessage("GET /projects/:id/repository/branches/:branch: 403 403 Forbidden");
  }

  @Test
  void listsAreReadToTheirLastPageWhateverHostTheLinkNames() {
    gitlab.stubFor(
        get(urlPathEqualTo("/root/api/v4/projects/1/repository/tree"))
            .withQueryParam("page_token", absent())
            .willReturn(
                okJson(
                        "[{\"path\":\"a.sql\",\"type\":\"blob\"},{\"path\":\"d\",\"type\":\"tree\"}]")
                    .withHeader(
                        "Link",
                        "<https://inside/api/v4/projects/1/repository/tree?page_token=x%2F1&per_page=100>;"
                            + " rel=\"next\", <https://inside/first>; rel=\"first\"")));
    gitlab.stubFor(
        get(urlPathEqualTo("/root/api/v4/projects/1/repository/tree"))
            .withQueryParam("page_token", equalTo("x/1"))
            .willReturn(
                okJson("[{\"path\":\"b.sql\",\"type\":\"blob\"}]")
                    .withHeader("Link", "<https://inside/first>; rel=\"first\"")));
    assertThat(host().repositories().files(1, "abc", "")).containsExactly("a.sql", "b.sql");
  }

  @Test
  void aFilesBytesComeAsTheyAre() {
    byte[] utf16 = "select 1".getBytes(StandardCharsets.UTF_16LE);
    gitlab.stubFor(
        get("/root/api/v4/projects/1/repository/files/db%2Fa%20b.sql/raw?ref=abc")
            .willReturn(aResponse().withBody(utf16)));
    assertThat(host().repositories().file(1, "abc", "db/a b.sql")).contains(utf16);
    assertThat(host().repositories().file(1, "abc", "db/missing.sql")).isEmpty();
  }

  private void first(
      String url,
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder once,
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder then) {
    gitlab.stubFor(
        get(url)
            .inScenario(url)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(once)
            .willSetStateTo("then"));
    gitlab.stubFor(get(url).inScenario(url).whenScenarioStateIs("then").willReturn(then));
  }
}
