package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepositoryApiTest {
  private final Shop shop = new Shop();
  private final Api api = shop.api(shop.bot);

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void pathsWithEncodedSlashesAreOnePart() {
    assertThat(api.get("/projects/shop%2Fdatabase").json().path("id").asLong())
        .isEqualTo(shop.project.id);
    var raw =
        api.get("/projects/shop%2Fdatabase/repository/files/orders%2FV1__orders.sql/raw?ref=main");
    assertThat(raw.status()).isEqualTo(200);
    assertThat(raw.text()).isEqualTo("create table orders (id int);\n");
  }

  @Test
  void headOfAFileAnswersInHeaders() {
    var path =
        "/projects/" + shop.project.id + "/repository/files/orders%2FV1__orders%2Esql?ref=main";
    var answer = api.send("HEAD", path, "", "text/plain");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().headers().firstValue("X-Gitlab-Blob-Id")).isPresent();
  }

  @Test
  void aGitLabUnderAPathWorks() {
    try (var below = new Shop("/gitlab")) {
      assertThat(below.gitlab.url()).endsWith("/gitlab");
      assertThat(below.api(below.bot).get("/user").json().path("username").asText())
          .isEqualTo("sluice");
    }
  }

  @Test
  void historyFollowsFirstParents() {
    var mr = shop.open();
    shop.gitlab.as(shop.omar).merge(mr);
    var commits = "/projects/" + shop.project.id + "/repository/commits?ref_name=main";
    assertThat(api.get(commits).json()).hasSize(3);
    assertThat(api.get(commits + "&first_parent=true").json()).hasSize(2);
    var head = api.get(commits).json().get(0).path("id").asText();
    var requests =
        "/projects/" + shop.project.id + "/repository/commits/" + head + "/merge_requests";
    assertThat(api.get(requests).json().get(0).path("iid").asLong()).isEqualTo(mr.iid);
  }

  @Test
  void oneCommitChangesSeveralFiles() {
    var body =
        """
        {"branch":"undo","start_branch":"main","commit_message":"Undo","actions":[
          {"action":"create","file_path":"orders/U1.sql","content":"ZHJvcA==","encoding":"base64"},
          {"action":"delete","file_path":"orders/V1__orders.sql"}]}
        """;
    var made = api.postJson("/projects/" + shop.project.id + "/repository/commits", body);
    assertThat(made.status()).isEqualTo(201);
    var again = api.postJson("/projects/" + shop.project.id + "/repository/commits", body);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.message()).contains("already exists");
    var tree = "/projects/" + shop.project.id + "/repository/tree?ref=undo&recursive=true";
    assertThat(api.get(tree).json().findValuesAsText("path"))
        .containsExactly("orders", "orders/U1.sql");
  }
}
