package dev.sluice.gitlab.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.mergerequest.Event;
import dev.sluice.mergerequest.MergeRequestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookParserTest {
  private static final Path FIXTURES = Path.of("test-fixtures/gitlab/webhooks");
  private static final long ME = 7;
  private static final MergeRequestId FIVE = new MergeRequestId(31, 5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "open-from-fork",
        "push",
        "retargeted",
        "closed",
        "unknown-action",
        // the shapes that GitLab4J's parser loses
        "reviewers-array",
        "train-params"
      })
  void aMergeRequestChanged(String what) throws IOException {
    assertThat(read("Merge Request Hook", "merge-request-" + what))
        .isEqualTo(new Reading.Relevant(new Event.MergeRequestChanged(FIVE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"approved", "approval", "unapproved-by-system"})
  void approvalsChanged(String what) throws IOException {
    assertThat(read("Merge Request Hook", "merge-request-" + what))
        .isEqualTo(new Reading.Relevant(new Event.ApprovalsChanged(FIVE)));
  }

  @Test
  void aMergeNamesTheBranch() throws IOException {
    assertThat(read("Merge Request Hook", "merge-request-merged"))
        .isEqualTo(new Reading.Relevant(new Event.Merged(FIVE, "main")));
  }

  @ParameterizedTest
  @CsvSource({
    "Note Hook, note-command",
    "Note Hook, note-on-diff",
    "Note Hook, note-before-16-11",
    "Confidential Note Hook, note-internal"
  })
  void aNewNoteIsAComment(String event, String fixture) throws IOException {
    assertThat(read(event, fixture))
        .isEqualTo(new Reading.Relevant(new Event.Commented(FIVE, 555)));
  }

  @ParameterizedTest
  @CsvSource({
    "Note Hook, note-edited",
    "Note Hook, note-our-own",
    "Note Hook, note-system",
    "Note Hook, note-on-issue",
    "Push Hook, push-branch-deleted",
    "Push Hook, tag-push",
    "Tag Push Hook, tag-push",
    "Emoji Hook, emoji",
    "Resource Access Token Hook, access-token-expiring",
    "Hook of the Future, emoji"
  })
  void whatIsNothingToUsIsIgnored(String event, String fixture) throws IOException {
    assertThat(read(event, fixture)).isInstanceOf(Reading.Ignored.class);
  }

  @ParameterizedTest
  @CsvSource({"push-main, main", "push-branch-with-slash, feature/a"})
  void aPushNamesItsBranch(String fixture, String branch) throws IOException {
    assertThat(read("Push Hook", fixture))
        .isEqualTo(new Reading.Relevant(new Event.BranchPushed(31, branch)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "\u0000",
        "{}",
        "{\"object_attributes\":7}",
        "{\"object_attributes\":{\"iid\":\"x\"},\"project\":{\"id\":1}}",
        "{\"object_attributes\":{\"iid\":5}}"
      })
  void whatIsNotInTheDocumentedShapeIsMalformed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (String event : new String[] {"Merge Request Hook", "Note Hook", "Push Hook"}) {
      assertThat(WebhookParser.read(event, bytes, ME)).isInstanceOf(Reading.Malformed.class);
    }
  }

  private static Reading read(String event, String fixture) throws IOException {
    return WebhookParser.read(event, Files.readAllBytes(FIXTURES.resolve(fixture + ".json")), ME);
  }
}
