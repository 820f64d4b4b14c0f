package dev.sluice.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.sluice.mergerequest.CommitStatus;
import dev.sluice.mergerequest.CommitStatuses;
import dev.sluice.mergerequest.DiffLine;
import dev.sluice.mergerequest.DiffRefs;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.ThreadPosition;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What GitLab is sent, to the letter, and shapes that the stand-in does not have. */
class ExactRequestsTest extends GitLabOnTheWire {
  private static final DiffRefs REFS = new DiffRefs("base", "start", "head");
  private static final String STATUSES = API + "/projects/1/statuses/abc";
  private static final CommitStatus REVIEW =
      new CommitStatus(
          "sluice/review", CommitStatus.State.SUCCESS, "No findings", "https://sluice/r/1");

  @Test
  void aStretchOfLinesCarriesBothLineCodes() {
    gitlab.stubFor(post(MR_PATH + "/draft_notes").willReturn(jsonResponse("{\"id\":1}", 201)));
    DiffLine first = new DiffLine(4, 4, false);
    DiffLine last = new DiffLine(5, 6, true);
    assertThat(
            host()
                .discussions()
                .draft(MR, "text", new ThreadPosition.Line(REFS, "a.sql", "a.sql", first, last)))
        .isTrue();
    String path = "453e34fbaea46c61e0f424cf08009042afe66d80";
    gitlab.verify(
        postRequestedFor(urlEqualTo(MR_PATH + "/draft_notes"))
            .withRequestBody(
                equalToJson(
                    """
                    {"note":"text","position":{"position_type":"text","base_sha":"base",
                     "start_sha":"start","head_sha":"head","old_path":"a.sql","new_path":"a.sql",
                     "new_line":6,"line_range":{
                       "start":{"line_code":"SHA_4_4","type":"old","old_line":4,"new_line":4},
                       "end":{"line_code":"SHA_5_6","type":"new","new_line":6}}}}
                    """
                        .replace("SHA", path))));
  }

  @Test
  void anUnchangedLineIsNamedByBothNumbers() {
    gitlab.stubFor(post(MR_PATH + "/draft_notes").willReturn(jsonResponse("{\"id\":1}", 201)));
    DiffLine line = new DiffLine(4, 7, false);
    host()
        .discussions()
        .draft(MR, "t", new ThreadPosition.Line(REFS, "o.sql", "n.sql", line, line));
    gitlab.verify(
        postRequestedFor(urlEqualTo(MR_PATH + "/draft_notes"))
            .withRequestBody(
                equalToJson(
                    """
                    {"note":"t","position":{"position_type":"text","base_sha":"base",
                     "start_sha":"start","head_sha":"head","old_path":"o.sql","new_path":"n.sql",
                     "old_line":4,"new_line":7}}
                    """)));
  }

  @Test
  void labelsAreAddedAndRemovedByName() {
    gitlab.stubFor(put(MR_PATH).willReturn(okJson("{\"iid\":2,\"project_id\":1}")));
    host().mergeRequests().changeLabels(MR, Set.of("b", "a"), Set.of("c"));
    host().mergeRequests().changeLabels(MR, Set.of(), Set.of());
    gitlab.verify(
        1,
        putRequestedFor(urlEqualTo(MR_PATH))
            .withRequestBody(equalToJson("{\"add_labels\":\"a,b\",\"remove_labels\":\"c\"}")));
  }

  private void setStatus() {
    CommitStatuses statuses = host().statuses();
    statuses.set(statuses.place(1, "abc", "feature"), REVIEW);
  }

  @Test
  void aStatusNamesTheCommitsNewestPipelineAndNoBranch() {
    pipeline("{\"id\":9,\"sha\":\"abc\"}");
    gitlab.stubFor(post(STATUSES).willReturn(jsonResponse("{\"id\":1}", 201)));
    setStatus();
    gitlab.verify(
        postRequestedFor(urlEqualTo(STATUSES))
            .withFormParam("state", equalTo("success"))
            .withFormParam("name", equalTo("sluice/review"))
            .withFormParam("pipeline_id", equalTo("9"))
            .withFormParam("ref", absent())
            .withFormParam("target_url", equalTo("https://sluice/r/1")));
  }

  @Test
  void aPipelineThatDoesNotTakeItIsLeftForTheBranch() {
    pipeline("{\"id\":9,\"sha\":\"abc\"}");
    gitlab.stubFor(
        post(STATUSES)
            .withFormParam("pipeline_id", equalTo("9"))
            .willReturn(jsonResponse("{\"message\":\"too many jobs\"}", 422)));
    gitlab.stubFor(
        post(STATUSES)
            .withFormParam("ref", equalTo("feature"))
            .willReturn(jsonResponse("{\"id\":1}", 201)));
    setStatus();
    gitlab.verify(2, postRequestedFor(urlEqualTo(STATUSES)));
  }

  @Test
  void aConflictIsTriedAgainAndARepeatedStateIsFine() {
    pipeline("null");
    gitlab.stubFor(
        post(STATUSES)
            .inScenario("busy")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(jsonResponse("{\"message\":\"409 Conflict\"}", 409))
            .willSetStateTo("free"));
    gitlab.stubFor(
        post(STATUSES)
            .inScenario("busy")
            .whenScenarioStateIs("free")
            .willReturn(
                jsonResponse(
                    "{\"message\":\"Cannot transition status via :success from :success\"}", 400)));
    setStatus();
    gitlab.verify(2, postRequestedFor(urlEqualTo(STATUSES)));
  }

  @Test
  void anotherRefusedTransitionIsARefusal() {
    pipeline("null");
    gitlab.stubFor(
        post(STATUSES)
            .willReturn(
                jsonResponse(
                    "{\"message\":\"Cannot transition status via :success from :canceled\"}",
                    400)));
    assertThatThrownBy(this::setStatus)
        .isInstanceOf(HostRefusedException.class)
        .hasMessageContaining("POST /projects/:id/statuses/:sha: 400 Cannot transition");
  }

  @Test
  void aMergeRequestThatGitLabStillPreparesHasNoDiff() {
    gitlab.stubFor(
        get(MR_PATH)
            .willReturn(
                okJson(
                    """
                    {"iid":2,"project_id":1,"source_project_id":null,"title":"t","web_url":"w",
                     "author":{"id":3,"username":"project_1_bot_ab12","name":"b","state":"active"},
                     "state":"opened","draft":true,"source_branch":"s","target_branch":"main",
                     "sha":null,"diff_refs":null,"detailed_merge_status":"preparing",
                     "updated_at":"2026-11-20T08:16:00.123+01:00",
                     "references":{"full":"shop/database!2"},"some_new_field":{"x":1}}
                    """)));
    assertThat(host().mergeRequests().find(MR))
        .hasValueSatisfying(
            mr -> {
              assertThat(mr.diffRefs()).isEmpty();
              assertThat(mr.headSha()).isEmpty();
              assertThat(mr.fromFork()).isTrue();
              assertThat(mr.author().bot()).isTrue();
              assertThat(mr.updatedAt()).isEqualTo(Instant.parse("2026-11-20T07:16:00.123Z"));
            });
  }

  @Test
  void whatGitLabLeavesOutOfADiffIsSaid() {
    gitlab.stubFor(
        get(urlPathEqualTo(MR_PATH + "/versions"))
            .willReturn(
                okJson(
                    """
                    [{"id":1,"base_commit_sha":"b","start_commit_sha":"s","head_commit_sha":"h",
                      "created_at":"2026-11-20T08:16:00Z","state":"overflow","real_size":"4+"}]
                    """)));
    gitlab.stubFor(
        get(urlPathEqualTo(MR_PATH + "/diffs"))
            .willReturn(
                okJson(
                    """
                    [{"old_path":"a","new_path":"a","b_mode":"100644","new_file":true,
                      "diff":"","too_large":true,"collapsed":false},
                     {"old_path":"b","new_path":"c","a_mode":"100644","b_mode":"100644",
                      "renamed_file":true,"diff":""},
                     {"old_path":"d","new_path":"d","a_mode":"100644","b_mode":"100644","diff":""},
                     {"old_path":"e","new_path":"e","a_mode":"100644","b_mode":"100644",
                      "diff":"Binary files a/e and b/e differ\\n"}]
                    """)));
    var changes = host().mergeRequests().changes(MR).orElseThrow();
    assertThat(changes.complete()).isFalse();
    assertThat(changes.files())
        .extracting(FileChange::omitted)
        .containsExactly(true, false, true, false);
    assertThat(changes.files()).allSatisfy(file -> assertThat(file.hunks()).isEmpty());
  }

  @Test
  void anUnknownAccessLevelKeepsItsNumber() {
    gitlab.stubFor(
        get(API + "/projects/1/members/all/3")
            .willReturn(
                okJson(
                    "{\"id\":3,\"username\":\"u\",\"name\":\"U\",\"state\":\"active\","
                        + "\"access_level\":25}")));
    assertThat(host().people().accessLevel(1, 3)).hasValue(25);
  }

  @Test
  void aGroupsPathIsOneSegment() {
    gitlab.stubFor(
        get(urlPathEqualTo(API + "/groups/shop%2Fdba/members/all"))
            .willReturn(aResponse().withStatus(403).withBody("{\"message\":\"403 Forbidden\"}")));
    assertThat(host().people().group("shop/dba").toString()).contains("shop/dba").contains("403");
    gitlab.verify(
        getRequestedFor(urlPathEqualTo(API + "/groups/shop%2Fdba/members/all"))
            .withHeader("User-Agent", containing("Sluice")));
  }

  private void pipeline(String json) {
    gitlab.stubFor(
        get(API + "/projects/1/repository/commits/abc")
            .willReturn(okJson("{\"id\":\"abc\",\"last_pipeline\":" + json + "}")));
  }
}
