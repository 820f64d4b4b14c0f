package dev.sluice.flow.approve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.Note;
import dev.sluice.mergerequest.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final long US = 1;
  private static final String BODY =
      "marker\n\n```suggestion:-0+1\ndelete from t\n  where a = 1;\n```\n\nwhy\n";

  private final Suggestions suggestions =
      new Suggestions(List.of(thread(US, BODY), thread(2, BODY.replace("a = 1", "b = 2"))), US);

  @Test
  void aCommitThatAppliesASuggestionIsCovered() {
    assertThat(covered("@@ -1,2 +1,2 @@\n-delete from t;\n+delete from t\n+  where a = 1;\n"))
        .isTrue();
    assertThat(covered("@@ -1 +1,2 @@\n-delete from t;\n+delete from t\n+  where a = 1;\n"))
        .isTrue();
  }

  @Test
  void anyOtherAddedLineIsNot() {
    assertThat(covered("@@ -1 +1,2 @@\n-x\n+delete from t\n+  where a = 3;\n")).isFalse();
    assertThat(covered("@@ -1 +1,2 @@\n-x\n+delete from t\n+\n")).isFalse();
  }

  @Test
  void whoOnlyTakesLinesAwayHasDecidedSomething() {
    assertThat(covered("@@ -1,2 +1,1 @@\n delete from t\n-  where a = 1;\n")).isFalse();
    assertThat(covered("@@ -1,9 +1,1 @@\n-a\n-b\n-c\n+delete from t\n")).isFalse();
    assertThat(covered("@@ -1 +1 @@\n-x\n+delete from t\n@@ -9 +9,0 @@\n-where b = 2;\n"))
        .isFalse();
  }

  @Test
  void whatOthersSuggestedIsNotOurs() {
    assertThat(covered("@@ -1 +1 @@\n-x\n+  where b = 2;\n")).isFalse();
  }

  @Test
  void aDiffThatIsNotAllThereCoversNothing() {
    assertThat(suggestions.coverAll(commit(Optional.empty(), true))).isFalse();
    assertThat(
            suggestions.coverAll(commit(Optional.of("@@ -1 +1 @@\n-x\n+delete from t\n"), false)))
        .isFalse();
  }

  @Test
  void withoutSuggestionsNothingIsCovered() {
    assertThat(new Suggestions(List.of(), US).coverAll(new FileChanges(List.of(), true))).isFalse();
  }

  private boolean covered(String hunks) {
    return suggestions.coverAll(commit(Optional.of(hunks), true));
  }

  private static FileChanges commit(Optional<String> hunks, boolean complete) {
    FileChange file =
        new FileChange("a.sql", "a.sql", FileChange.Kind.MODIFIED, "100644", hunks, false);
    return new FileChanges(List.of(file), complete);
  }

  private static Discussion thread(long author, String body) {
    Person person = new Person(author, "u" + author, "U", false, true);
    Instant at = Instant.EPOCH;
    return new Discussion(
        "d" + author,
        List.of(
            new Note(1, "d", person, body, false, false, true, false, Optional.empty(), at, at)));
  }
}
