package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.MergeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscussionsApiTest {
  private final Shop shop = new Shop();
  private final Api api = shop.api(shop.bot);
  private final MergeRequest mr = shop.open();
  private final String discussions = shop.mr(mr) + "/discussions";

  @AfterEach
  void stop() {
    shop.close();
  }

  private Api.Answer comment(String oldLine, String newLine) {
    var version = mr.latest().orElseThrow();
    return api.post(
        discussions,
        "body",
        "look",
        "position[position_type]",
        "text",
        "position[base_sha]",
        version.base(),
        "position[start_sha]",
        version.start(),
        "position[head_sha]",
        version.head(),
        "position[old_path]",
        Shop.SCRIPT,
        "position[new_path]",
        Shop.SCRIPT,
        "position[old_line]",
        oldLine,
        "position[new_line]",
        newLine);
  }

  @Test
  void anAddedLineTakesACommentByItsNewNumber() {
    var made = comment("", "2");
    assertThat(made.status()).isEqualTo(201);
    var note = made.json().path("notes").get(0);
    assertThat(note.path("type").asText()).isEqualTo("DiffNote");
    assertThat(note.path("position").path("new_line").asInt()).isEqualTo(2);
    assertThat(note.path("resolvable").asBoolean()).isTrue();
  }

  @Test
  void aWrongPositionIsRefusedInGitLabsWords() {
    for (var wrong : new String[][] {{"", "3"}, {"2", ""}, {"2", "2"}, {"", ""}}) {
      var refused = comment(wrong[0], wrong[1]);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.message())
          .isEqualTo(
              "400 Bad request - Note {:line_code=>[\"can't be blank\", \"must be a valid line"
                  + " code\"]}");
    }
  }

  @Test
  void aRemovedLineIsNamedByItsOldNumberAndContextByBoth() {
    var path = "orders/V1__orders.sql";
    shop.gitlab
        .as(shop.lin)
        .push(shop.project, "note", path, "-- ours\ncreate table orders (id bigint);\n");
    var version = mr.latest().orElseThrow();
    var base =
        """
        {"body":"b","position":{"position_type":"text","base_sha":"%s","start_sha":"%s",
        "head_sha":"%s","old_path":"%s","new_path":"%s",%s}}
        """;
    var shas = new String[] {version.base(), version.start(), version.head(), path, path};
    assertThat(
            api.postJson(
                    discussions,
                    base.formatted(shas[0], shas[1], shas[2], path, path, "\"old_line\":1"))
                .status())
        .isEqualTo(201);
    assertThat(
            api.postJson(
                    discussions,
                    base.formatted(
                        shas[0], shas[1], shas[2], path, path, "\"old_line\":1,\"new_line\":1"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void anOmittedDiffTakesNoLineCommentButAFileComment() {
    shop.gitlab.configure(
        world ->
            shop.project.omissions.put(
                Shop.SCRIPT, dev.sluice.demo.model.Project.Omission.TOO_LARGE));
    assertThat(comment("", "2").status()).isEqualTo(400);
    var diff = api.get(shop.mr(mr) + "/diffs").json().get(0);
    assertThat(diff.path("diff").asText()).isEmpty();
    assertThat(diff.path("too_large").asBoolean()).isTrue();
    var version = mr.latest().orElseThrow();
    var file =
        api.post(
            discussions,
            "body",
            "whole file",
            "position[position_type]",
            "file",
            "position[base_sha]",
            version.base(),
            "position[start_sha]",
            version.start(),
            "position[head_sha]",
            version.head(),
            "position[old_path]",
            Shop.SCRIPT,
            "position[new_path]",
            Shop.SCRIPT);
    assertThat(file.status()).isEqualTo(201);
  }

  @Test
  void threadsAreResolvedAndReopened() {
    var id = comment("", "2").json().path("id").asText();
    var one = discussions + "/" + id;
    assertThat(
            api.put(one + "?resolved=true")
                .json()
                .path("notes")
                .get(0)
                .path("resolved")
                .asBoolean())
        .isTrue();
    assertThat(
            api.put(one, "resolved", "false")
                .json()
                .path("notes")
                .get(0)
                .path("resolved")
                .asBoolean())
        .isFalse();
    assertThat(shop.api(shop.lin).post(one + "/notes", "body", "why?").status()).isEqualTo(201);
    assertThat(api.get(one).json().path("notes")).hasSize(2);
  }

  @Test
  void aReplyInAResolvedThreadLeavesItResolved() {
    var one = discussions + "/" + comment("", "2").json().path("id").asText();
    api.put(one + "?resolved=true");
    var reply = shop.api(shop.lin).post(one + "/notes", "body", "thanks");
    assertThat(reply.json().path("resolved").asBoolean()).isTrue();
  }

  @Test
  void aReplyToWhatIsGoneIsNotFound() {
    var thread = comment("", "2").json();
    var note = thread.path("notes").get(0).path("id").asText();
    var one = discussions + "/" + thread.path("id").asText();
    assertThat(api.delete(one + "/notes/" + note).status()).isEqualTo(204);
    assertThat(api.post(one + "/notes", "body", "late").status()).isEqualTo(404);
  }

  @Test
  void draftsAreSeenByTheirAuthorOnlyUntilTheyArePublished() {
    var drafts = shop.mr(mr) + "/draft_notes";
    var id = api.post(drafts, "note", "first").json().path("id").asText();
    api.post(drafts, "note", "second");
    var lin = shop.api(shop.lin);
    assertThat(lin.get(drafts).json()).isEmpty();
    assertThat(lin.get(drafts + "/" + id).status()).isEqualTo(404);
    assertThat(lin.get(discussions).json()).isEmpty();
    assertThat(lin.post(drafts + "/bulk_publish").status()).isEqualTo(204);
    assertThat(api.get(drafts).json()).hasSize(2);
    assertThat(api.post(drafts + "/bulk_publish").status()).isEqualTo(204);
    assertThat(api.get(drafts).json()).isEmpty();
    assertThat(lin.get(discussions).json()).hasSize(2);
  }

  @Test
  void aDiffNoteFollowsItsLine() {
    comment("", "2");
    shop.gitlab
        .as(shop.lin)
        .push(
            shop.project,
            "note",
            Shop.SCRIPT,
            "-- new first line\nalter table orders\n  add column note text;\n");
    var position = api.get(discussions).json().get(0).path("notes").get(0).path("position");
    assertThat(position.path("new_line").asInt()).isEqualTo(3);
    assertThat(position.path("head_sha").asText()).isEqualTo(mr.headSha);
  }
}
