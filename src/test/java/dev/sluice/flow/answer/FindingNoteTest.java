package dev.sluice.flow.answer;

import dev.sluice.GeneratedDoc;
import dev.sluice.flow.note.FindingView;
import dev.sluice.flow.note.NoteFixtures;
import dev.sluice.flow.note.Notes;
import dev.sluice.language.Language;
import dev.sluice.review.Finding;
import dev.sluice.review.Replacement;
import dev.sluice.review.RuleId;
import dev.sluice.review.Severity;
import dev.sluice.review.Unwaivable;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people read in a thread. */
class FindingNoteTest {
  private static final String TEXT = "create index i on orders (note);\n";
  private static final Place PLACE = new Place(0, 12, new Position(1, 1), new Position(1, 13));

  @Test
  void withASuggestion() {
    check("suggestion", Optional.of(new Replacement(PLACE, "create index concurrently")));
  }

  @Test
  void withoutASuggestion() {
    check("plain", Optional.empty());
  }

  @Test
  void thatNobodyMayWaive() {
    check("unwaivable", Optional.empty(), Optional.of(new Unwaivable("careful", true)));
  }

  private static void check(String name, Optional<Replacement> replacement) {
    check(name, replacement, Optional.empty());
  }

  private static void check(
      String name, Optional<Replacement> replacement, Optional<Unwaivable> unwaivable) {
    Finding finding =
        new Finding(
            new RuleId("require-concurrent-index"),
            Severity.WARNING,
            "orders/V7__index.sql",
            PLACE,
            "CREATE INDEX keeps everybody from writing to orders (1.3M rows)",
            "Writes to the table wait until the index is built.",
            "build it with CREATE INDEX CONCURRENTLY, in a script of its own.",
            replacement,
            "0a1b",
            unwaivable);
    List<String> targets = List.of("orders@test", "orders@prod");
    for (Language language : Language.values()) {
      FindingView view = ThreadBody.view(finding, TEXT, targets, "/db", Optional.empty(), language);
      String note = new Notes().finding(view, language);
      GeneratedDoc.check(NoteFixtures.file("finding-" + name, language), note);
    }
  }
}
