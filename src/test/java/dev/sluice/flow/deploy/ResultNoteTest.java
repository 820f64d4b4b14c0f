package dev.sluice.flow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import dev.sluice.catalog.Snapshot;
import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.flow.note.NoteFixtures;
import dev.sluice.flow.note.Notes;
import dev.sluice.flow.note.ResultView;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What people read when a rollout ended; look at the files when you change a wording. */
class ResultNoteTest {
  private static final String PATH = "orders/V7__add_note.sql";
  private static final String TEXT =
      "alter table orders add note text;\nupdate orders\n  set note = '';\ndrop table a || b;\n";

  @Test
  void deployed() {
    check(
        "deployed",
        RolloutState.DONE,
        "",
        List.of(
            step(1, 1, StepState.DONE, true),
            step(2, 2, StepState.DONE, true),
            step(3, 4, StepState.DONE, true)),
        1);
  }

  @Test
  void failedInTheMiddle() {
    StepResult failed =
        step(2, 2, StepState.FAILED, false)
            .failed(
                Duration.ofMillis(40),
                new StepError(
                    "55P03",
                    "ERROR: canceling statement due to lock timeout\n/approve",
                    Optional.empty(),
                    Optional.of("Somebody held the table; try again when it is quiet.")));
    check(
        "failed",
        RolloutState.FAILED,
        "ERROR: canceling statement",
        List.of(step(1, 1, StepState.DONE, true), failed, step(3, 4, StepState.PENDING, false)),
        3);
  }

  @Test
  void nobodyKnowsWhetherItRan() {
    check(
        "unknown",
        RolloutState.UNKNOWN,
        "the connection broke while statement 2 was committing",
        List.of(
            step(1, 1, StepState.DONE, true),
            step(2, 2, StepState.UNKNOWN, false),
            step(3, 4, StepState.PENDING, false)),
        1);
  }

  @Test
  void theSchemaWasNotAsWeLeftIt() {
    check("drift", RolloutState.DONE, "", List.of(step(1, 1, StepState.DONE, true)), 0);
  }

  @Test
  void cancelled() {
    check(
        "cancelled",
        RolloutState.CANCELLED,
        "cancelled by lin",
        List.of(
            step(1, 1, StepState.ROLLED_BACK, false),
            step(2, 2, StepState.PENDING, false),
            step(3, 4, StepState.PENDING, false)),
        1);
  }

  private static void check(
      String name, RolloutState state, String reason, List<StepResult> steps, int unfinished) {
    ComposeResult.Facts facts =
        new ComposeResult.Facts(
            new RunRollout.Case(rollout(state, reason), deployment(), change()),
            steps,
            Optional.of(snapshot("table orders\n  id bigint\n")),
            Optional.of(
                snapshot(
                    state == RolloutState.CANCELLED
                        ? "table orders\n  id bigint\n"
                        : "table orders\n  id bigint\n  note text\n")),
            name.equals("drift")
                ? Optional.of("--- TABLE orders\n+++ TABLE orders\n+  by_hand text")
                : Optional.empty(),
            List.of(),
            unfinished,
            new Ledger.Head(17, "c0ffee"),
            List.of(),
            List.of());
    for (Language language : Language.values()) {
      ResultView view = new ComposeResult("/db").compose("result/1/0", facts, language);
      String note = new Notes().result(view, language);
      assertThat(note.lines()).noneMatch(l -> l.startsWith("/"));
      GeneratedDoc.check(NoteFixtures.file("result-" + name, language), note);
    }
  }

  private static StepResult step(int seq, int line, StepState state, boolean committed) {
    return new StepResult(
        seq,
        PATH,
        line,
        "sha",
        state,
        committed,
        Instant.EPOCH,
        Duration.ofMillis(12),
        state == StepState.DONE ? OptionalLong.of(3) : OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  private static RecordedRollout rollout(RolloutState state, String reason) {
    return new RecordedRollout(
        new RolloutId(1),
        1,
        TargetName.of("orders", "prod"),
        state,
        reason,
        new RecordedRollout.Run(
            "lin",
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.EPOCH),
            OptionalLong.empty(),
            OptionalLong.empty()),
        OptionalLong.empty());
  }

  private static RecordedDeployment deployment() {
    return new RecordedDeployment(
        1, new MergeRequestId(7, 42), change().digest(), "main", "0123456789abcdef", Instant.EPOCH);
  }

  private static Change change() {
    Script script = new Script(PATH, ScriptName.parse(PATH).orElseThrow(), TEXT, Sha256.of(TEXT));
    return new Change(
        new MergeRequestId(7, 42),
        List.of(new MappedScript(script, "orders", List.of("orders"))),
        List.of());
  }

  private static Snapshot snapshot(String text) {
    return new Snapshot(text, Sha256.of(text), 1, "18");
  }
}
