package dev.sluice.flow.deploy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.change.Script;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.flow.answer.Amounts;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.ResultView;
import dev.sluice.flow.note.ResultView.Failure;
import dev.sluice.flow.note.ResultView.Folded;
import dev.sluice.flow.note.ResultView.StepRow;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.store.Ledger;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutOrders;
import dev.sluice.store.record.RolloutState;
import gg.jte.Content;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the end of a rollout into words. Pure. */
public final class ComposeResult {
  private static final int MOST_DIFF = 20_000;
  private static final int MOST_STATEMENT_LINES = 12;

  private final String prefix;

  /**
   * @param prefix of our commands, e.g. {@code /db}
   */
  public ComposeResult(String prefix) {
    this.prefix = prefix;
  }

  /**
   * All that a result note tells.
   *
   * @param drift the difference between what the schema should have been before and what it was
   * @param timing what was out of the ordinary about when it ran, and what waits now
   * @param unfinished rollouts on the target, this one included while it is not finished
   */
  public record Facts(
      RunRollout.Case rollout,
      List<StepResult> steps,
      Optional<Snapshot> before,
      Optional<Snapshot> after,
      Optional<String> drift,
      List<RecordedBackup> backups,
      int unfinished,
      Ledger.Head head,
      List<String> remarks,
      List<Message> timing) {
    public Facts {
      remarks = List.copyOf(remarks);
      steps = List.copyOf(steps);
      timing = List.copyOf(timing);
      backups = List.copyOf(backups);
    }
  }

  public ResultView compose(String purpose, Facts facts, Language language) {
    RecordedRollout rollout = facts.rollout().rollout();
    boolean stopped = !rollout.state().finished();
    return new ResultView(
        Markdown.raw(Posts.marker(purpose)),
        language.say(headline(facts)),
        lines(facts, stopped).stream().map(language::say).toList(),
        facts.steps().stream().map(s -> row(s, language)).toList(),
        failed(facts).map(s -> failure(facts, s, language)),
        stopped
            ? choices(facts).stream().map(language::say).map(Markdown::raw).toList()
            : List.of(),
        diff(facts, language),
        drift(facts, language),
        language.say(
            "commit %s · digest %s · ledger %s:%s",
            facts.rollout().deployment().sha().substring(0, 8),
            facts.rollout().deployment().digest().brief(),
            facts.head().id(),
            facts.head().hash()));
  }

  private static Message headline(Facts facts) {
    RecordedRollout rollout = facts.rollout().rollout();
    long done = facts.steps().stream().filter(s -> s.state() == StepState.DONE).count();
    Message counts =
        Message.of("%s/%s statements · %s", done, facts.steps().size(), Amounts.took(took(facts)));
    TargetName target = rollout.target();
    return switch (rollout.state()) {
      case DONE -> Message.of("🚀 Deployed to %s: %s", target, counts);
      case UNKNOWN -> Message.of("❓ %s stopped: a statement may or may not have run", target);
      case CANCELLED -> Message.of("⏹️ %s was cancelled after %s", target, counts);
      case FAILED, WAITING, READY, RUNNING, SKIPPED ->
          Message.of("❌ %s stopped after %s", target, counts);
    };
  }

  private static Duration took(Facts facts) {
    return facts.steps().stream().map(StepResult::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Message> lines(Facts facts, boolean stopped) {
    List<Message> lines = new ArrayList<>();
    RecordedRollout rollout = facts.rollout().rollout();
    if (!rollout.reason().isEmpty()
        && (failed(facts).isEmpty() || rollout.state() != RolloutState.FAILED)) {
      lines.add(Message.text(rollout.reason()));
    }
    if (facts.drift().isPresent()) {
      lines.add(
          Message.of(
              "⚠️ Before it, the schema of %s was not as Sluice left it.", rollout.target()));
    }
    facts.remarks().stream().map(Message::text).forEach(lines::add);
    lines.addAll(facts.timing());
    lines.addAll(NoticeLines.of(facts.steps()));
    lines.addAll(BackupLines.of(facts.backups()));
    if (stopped) {
      lines.add(committed(facts));
      if (facts.unfinished() > 1) {
        lines.add(
            facts.unfinished() == 2
                ? Message.of("A later change waits for this one on %s.", rollout.target())
                : Message.of(
                    "%s later changes wait for this one on %s.",
                    facts.unfinished() - 1, rollout.target()));
      }
    }
    return lines;
  }

  /** What stays and what does not: the first question of whoever reads this. */
  private static Message committed(Facts facts) {
    List<Integer> kept =
        facts.steps().stream().filter(StepResult::committed).map(StepResult::seq).toList();
    Message which =
        kept.isEmpty()
            ? Message.of("Nothing is committed")
            : kept.size() == 1
                ? Message.of("Statement %s is committed", kept.get(0))
                : Message.of("Statements %s are committed", ranges(kept));
    Optional<StepResult> partly = failed(facts).filter(StepResult::stayedPartly);
    if (partly.isPresent()) {
      return Message.of(
          "%s; of statement %s stays what its batches have committed: %s. A retry goes on behind"
              + " them.",
          which, partly.get().seq(), String.join(" ", partly.get().warnings()));
    }
    Optional<StepResult> unknown =
        failed(facts).filter(s -> s.state() == StepState.UNKNOWN && !s.committed());
    if (unknown.isPresent()) {
      return Message.of(
          "%s; whether statement %s is, nobody knows; everything else is not.",
          which, unknown.get().seq());
    }
    return kept.isEmpty()
        ? Message.of("%s.", which)
        : Message.of("%s; everything else is not.", which);
  }

  private static String ranges(List<Integer> numbers) {
    int first = numbers.get(0);
    int last = numbers.get(numbers.size() - 1);
    return last - first + 1 == numbers.size()
        ? first + "–" + last
        : String.join(", ", numbers.stream().map(Object::toString).toList());
  }

  private static Optional<StepResult> failed(Facts facts) {
    return facts.steps().stream()
        .filter(s -> s.state() == StepState.FAILED || s.state() == StepState.UNKNOWN)
        .findFirst();
  }

  private static Failure failure(Facts facts, StepResult step, Language language) {
    Optional<StepError> error = step.error();
    return new Failure(
        place(step),
        Markdown.fence("sql", statement(facts, step, language)),
        error.map(StepError::sqlState).orElse(""),
        error.map(e -> Markdown.fence("text", e.message())),
        error.flatMap(StepError::hint).map(language::text));
  }

  /** The statement's text, from its line on. */
  private static String statement(Facts facts, StepResult step, Language language) {
    RunRollout.Case rollout = facts.rollout();
    return RolloutOrders.scripts(rollout.change(), rollout.rollout().target().database()).stream()
        .filter(s -> s.path().equals(step.path()))
        .map(Script::text)
        .flatMap(t -> upToSemicolon(t, step.line()))
        .reduce((a, b) -> a + "\n" + b)
        .orElseGet(() -> language.say("statement %s", step.seq()));
  }

  private static Stream<String> upToSemicolon(String text, int line) {
    List<String> lines = text.lines().skip(line - 1L).limit(MOST_STATEMENT_LINES).toList();
    int last = 0;
    while (last < lines.size() - 1 && !lines.get(last).stripTrailing().endsWith(";")) {
      last++;
    }
    return lines.stream().limit(last + 1L);
  }

  private List<Message> choices(Facts facts) {
    RecordedRollout rollout = facts.rollout().rollout();
    List<Message> choices = new ArrayList<>();
    Optional<StepResult> step = failed(facts);
    if (rollout.state() == RolloutState.UNKNOWN && step.isPresent()) {
      String at = " statement " + step.get().seq() + " --reason \"…\"`";
      String skip = "`" + prefix + " skip" + at;
      String retry = "`" + prefix + " retry" + at;
      if (step.get().committed()) {
        choices.add(Message.of("to go on without it: %s", skip));
        choices.add(Message.of("to run it once more: %s", retry));
      } else {
        choices.add(Message.of("if it ran (look at the target): %s", skip));
        choices.add(Message.of("if it did not run: %s", retry));
      }
    } else {
      choices.add(Message.of("`%s retry` goes on where it stopped", prefix));
      step.ifPresent(
          s ->
              choices.add(
                  Message.of(
                      "`%s skip statement %s --reason \"…\"` leaves the statement out",
                      prefix, s.seq())));
    }
    if (rollout.state() != RolloutState.UNKNOWN
        && facts.steps().stream().anyMatch(StepResult::committed)) {
      choices.add(Message.of("`%s rollback` takes back what is committed", prefix));
    }
    choices.add(
        Message.of(
            "`%s skip rollout --reason \"…\"` gives this rollout up and lets later changes"
                + " pass; then fix forward with a new merge request",
            prefix));
    return choices;
  }

  private static List<Folded> drift(Facts facts, Language language) {
    return facts
        .drift()
        .map(
            d ->
                new Folded(
                    language.text("What had changed past Sluice"), Markdown.fence("diff", d)))
        .stream()
        .toList();
  }

  private static Optional<Content> diff(Facts facts, Language language) {
    if (facts.before().isEmpty() || facts.after().isEmpty()) {
      return Optional.empty();
    }
    String diff = SnapshotDiff.between(facts.before().get(), facts.after().get());
    if (diff.isBlank()) {
      return Optional.empty();
    }
    String cut =
        diff.length() <= MOST_DIFF
            ? diff
            : diff.substring(0, MOST_DIFF) + "\n… " + language.text("cut");
    return Optional.of(Markdown.fence("diff", cut));
  }

  private static StepRow row(StepResult step, Language language) {
    String state = language.text(step.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    return new StepRow(
        icon(step),
        step.seq(),
        place(step),
        state,
        step.rows().isPresent() ? Long.toString(step.rows().getAsLong()) : "",
        step.state() == StepState.PENDING ? "" : Amounts.took(step.duration()));
  }

  private static String icon(StepResult step) {
    return switch (step.state()) {
      case DONE -> "✅";
      case ROLLED_BACK -> "↩️";
      case FAILED -> "❌";
      case UNKNOWN, STARTED -> "❓";
      case SKIPPED -> "⏭️";
      case PENDING -> "⏳";
    };
  }

  static Content place(StepResult step) {
    return Markdown.code(
        step.path().substring(step.path().lastIndexOf('/') + 1) + ":" + step.line());
  }
}
