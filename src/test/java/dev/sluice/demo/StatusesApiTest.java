package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.MergeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusesApiTest {
  private final Shop shop = new Shop();
  private final Api api = shop.api(shop.bot);
  private final MergeRequest mr = shop.open();
  private final String project = "/projects/" + shop.project.id;

  @AfterEach
  void stop() {
    shop.close();
  }

  private Api.Answer say(String state) {
    return api.post(
        project + "/statuses/" + mr.headSha,
        "state",
        state,
        "name",
        "sluice/review",
        "ref",
        "note");
  }

  @Test
  void aRepeatedStateIsRefused() {
    assertThat(say("running").status()).isEqualTo(201);
    var refused = say("running");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).startsWith("Cannot transition status via :run from :running");
  }

  @Test
  void aFinishedStatusIsFollowedByANewJob() {
    var first = say("success").json().path("id").asLong();
    var second = say("failed").json().path("id").asLong();
    assertThat(second).isNotEqualTo(first);
    var list = project + "/repository/commits/" + mr.headSha + "/statuses";
    assertThat(api.get(list).json()).hasSize(1);
    assertThat(api.get(list + "?all=true").json()).hasSize(2);
    var head = api.get(shop.mr(mr)).json().path("head_pipeline");
    assertThat(head.path("status").asText()).isEqualTo("failed");
  }

  @Test
  void anUnknownCommitIsNotFound() {
    var nowhere = "0123456789012345678901234567890123456789";
    assertThat(api.post(project + "/statuses/" + nowhere, "state", "success").status())
        .isEqualTo(404);
  }

  @Test
  void aGuestSetsNoStatus() {
    var guest = shop.gitlab.createUser("gus", "Gus");
    shop.gitlab.addMember(shop.project, guest, 10);
    var refused = shop.api(guest).post(project + "/statuses/" + mr.headSha, "state", "success");
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void thePipelineGateHoldsTheMerge() {
    shop.gitlab.configure(world -> shop.project.settings.onlyMergeIfPipelineSucceeds = true);
    say("running");
    assertThat(shop.api(shop.omar).put(shop.mr(mr) + "/merge").status()).isEqualTo(405);
    say("success");
    assertThat(shop.api(shop.omar).put(shop.mr(mr) + "/merge").status()).isEqualTo(200);
  }

  @Test
  void deploymentsCreateTheirEnvironmentAndEnd() {
    var deployments = project + "/deployments";
    var made =
        api.post(
            deployments,
            "environment",
            "test",
            "sha",
            mr.headSha,
            "ref",
            "main",
            "tag",
            "false",
            "status",
            "running");
    assertThat(made.status()).isEqualTo(201);
    var one = deployments + "/" + made.json().path("id").asText();
    assertThat(api.put(one, "status", "success").json().path("status").asText())
        .isEqualTo("success");
    assertThat(api.put(one, "status", "success").status()).isEqualTo(400);
    assertThat(api.get(project + "/environments?name=test").json()).hasSize(1);
  }
}
