package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.MergeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesApiTest {
  private final Shop shop = new Shop();
  private final Api api = shop.api(shop.bot);
  private final MergeRequest mr = shop.open();
  private final String notes = shop.mr(mr) + "/notes";

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void aBotsOwnQuickActionsAreExecutedAndCutOut() {
    var made = api.post(notes, "body", "Your file\n/approve\n/label ~db ~urgent\n");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("body").asText()).isEqualTo("Your file");
    assertThat(mr.approvals).containsKey(shop.bot.id());
    assertThat(mr.labels).containsExactly("db", "urgent");
  }

  @Test
  void aNoteOfOnlyQuickActionsIsNoNote() {
    var made = api.post(notes, "body", "/close");
    assertThat(made.status()).isEqualTo(202);
    assertThat(made.json().has("commands_changes")).isTrue();
    assertThat(mr.state).isEqualTo("closed");
    assertThat(mr.notes().filter(note -> !note.system)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/db approve",
        "```\n/approve\n```",
        "````sql\n```\n/approve\n````",
        "> /approve",
        " text /approve",
        "<!--\n/approve\n-->",
        "/approved"
      })
  void whatIsNoQuickActionStaysInTheNote(String body) {
    var made = api.post(notes, "body", body);
    assertThat(made.json().path("body").asText()).isEqualTo(body);
    assertThat(mr.approvals).isEmpty();
  }

  @Test
  void anActionIsRunWithTheRightsOfItsAuthor() {
    var guest = shop.gitlab.createUser("gus", "Gus");
    shop.gitlab.addMember(shop.project, guest, 10);
    assertThat(shop.api(guest).post(notes, "body", "/merge").status()).isEqualTo(202);
    assertThat(mr.state).isEqualTo("opened");
  }

  @Test
  void anEditedNoteRunsItsActionsToo() {
    var id = api.post(notes, "body", "summary").json().path("id").asText();
    var edited = api.put(notes + "/" + id, "body", "summary 2\n/approve");
    assertThat(edited.json().path("body").asText()).isEqualTo("summary 2");
    assertThat(mr.approvals).containsKey(shop.bot.id());
  }

  @Test
  void nobodyWritesOnALockedMergeRequest() {
    assertThat(shop.api(shop.omar).put(shop.mr(mr), "discussion_locked", "true").status())
        .isEqualTo(200);
    assertThat(api.post(notes, "body", "hello").status()).isEqualTo(403);
  }

  @Test
  void onlyTheAuthorOrAMaintainerEdits() {
    var id = api.post(notes, "body", "mine").json().path("id").asText();
    assertThat(shop.api(shop.lin).put(notes + "/" + id, "body", "hers").status()).isEqualTo(403);
    assertThat(shop.api(shop.omar).delete(notes + "/" + id).status()).isEqualTo(204);
    assertThat(api.put(notes + "/" + id, "body", "again").status()).isEqualTo(404);
  }

  @Test
  void aListComesInPages() {
    for (var i = 0; i < 45; i++) {
      api.post(notes, "body", "note " + i);
    }
    var first = api.get(notes + "?sort=asc");
    assertThat(first.json()).hasSize(20);
    assertThat(first.raw().headers().firstValue("X-Next-Page")).hasValue("2");
    assertThat(first.raw().headers().firstValue("Link").orElse(""))
        .contains("page=2&per_page=20>; rel=\"next\"");
    var last = api.get(notes + "?sort=asc&per_page=25&page=2");
    assertThat(last.json()).hasSize(20);
    assertThat(last.raw().headers().firstValue("X-Next-Page")).hasValue("");
    assertThat(last.json().get(19).path("body").asText()).isEqualTo("note 44");
    assertThat(api.get(notes + "?per_page=500").raw().headers().firstValue("X-Per-Page"))
        .hasValue("100");
  }

  @Test
  void aReactionIsGivenOnceAndTakenBack() {
    var id = api.post(notes, "body", "/db deploy prod").json().path("id").asText();
    var awards = notes + "/" + id + "/award_emoji";
    var award = api.post(awards, "name", "eyes");
    assertThat(award.status()).isEqualTo(201);
    assertThat(api.post(awards, "name", "eyes").status()).isEqualTo(404);
    assertThat(api.delete(awards + "/" + award.json().path("id").asText()).status()).isEqualTo(204);
    assertThat(api.get(awards).json()).isEmpty();
  }
}
