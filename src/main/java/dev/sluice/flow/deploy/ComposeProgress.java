package dev.sluice.flow.deploy;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.deploy.Underway;
import dev.sluice.flow.answer.Amounts;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.ProgressView;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.store.ReadTx;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.Underways;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts into words how far a rollout is that runs. Pure. */
final class ComposeProgress {
  private ComposeProgress() {}

  /**
   * What there is to tell.
   *
   * @param underway empty for a statement that has hardly begun
   */
  record Facts(
      TargetName target,
      Instant since,
      List<StepResult> steps,
      Optional<Underway> underway,
      Instant now) {
    static Facts read(ReadTx tx, RecordedRollout rollout) {
      return new Facts(
          rollout.target(),
          rollout.run().startedAt().orElse(tx.now()),
          RolloutSteps.of(tx, rollout.id()),
          Underways.find(tx, rollout.id()),
          tx.now());
    }

    private Optional<StepResult> current() {
      return steps.stream().filter(s -> s.state() == StepState.STARTED).findFirst();
    }

    /** Of the statement that runs, not of the one before it. */
    private Optional<Underway> seen() {
      return underway.filter(u -> current().filter(s -> s.seq() == u.seq()).isPresent());
    }
  }

  static ProgressView compose(String purpose, Facts facts, Language language) {
    Optional<StepResult> current = facts.current();
    return new ProgressView(
        Markdown.raw(Posts.marker(purpose)),
        language.say("⏳ Deploying to %s", facts.target()),
        current.map(ComposeResult::place),
        facts.seen().map(Underway::statement).map(Markdown::code),
        phrases(facts).stream().map(language::say).toList(),
        language.say(
            "running for %s · this note becomes the result",
            Amounts.took(Duration.between(facts.since(), facts.now()))));
  }

  /** On one line, for the summary. */
  static Message line(Facts facts) {
    return new Message("%s", List.of(phrases(facts)));
  }

  /** A note that nothing runs for now. */
  static ProgressView paused(String purpose, TargetName target, String reason, Language language) {
    return new ProgressView(
        Markdown.raw(Posts.marker(purpose)),
        language.say("⏸️ %s waits", target),
        Optional.empty(),
        Optional.empty(),
        List.of(reason),
        language.say("this note becomes the result"));
  }

  private static List<Message> phrases(Facts facts) {
    List<Message> phrases = new ArrayList<>();
    Optional<StepResult> current = facts.current();
    phrases.add(
        current
            .map(
                s ->
                    Message.of(
                        "statement %s of %s for %s",
                        s.seq(),
                        facts.steps().size(),
                        Amounts.took(Duration.between(s.startedAt(), facts.now()))))
            .orElseGet(() -> Message.of("between two statements")));
    facts.seen().flatMap(Underway::stage).map(Message::verbatim).ifPresent(phrases::add);
    current
        .filter(s -> s.rows().isPresent())
        .map(s -> Message.of("%s rows so far", s.rows().getAsLong()))
        .ifPresent(phrases::add);
    facts.seen().map(Underway::blockers).filter(b -> !b.isEmpty()).stream()
        .map(b -> Message.of("waits for %s", String.join("; ", b)))
        .forEach(phrases::add);
    return phrases;
  }
}
