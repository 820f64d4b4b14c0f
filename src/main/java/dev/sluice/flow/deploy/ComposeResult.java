package dev.sluice.flow.deploy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.change.Script;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.flow.answer.Amounts;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.ResultView;
import dev.sluice.flow.note.ResultView.Failure;
import dev.sluice.flow.note.ResultView.StepRow;
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
   * @param unfinished rollouts on the target, this one included while it is not finished
   */
  public record Facts(
      RunRollout.Case rollout,
      List<StepResult> steps,
      Optional<Snapshot> before,
      Optional<Snapshot> after,
      int unfinished,
      Ledger.Head head) {
    public Facts {
      steps = List.copyOf(steps);
    }
  }

  public ResultView compose(String purpose, Facts facts) {
    RecordedRollout rollout = facts.rollout().rollout();
    boolean stopped = !rollout.state().finished();
    return new ResultView(
        Markdown.raw(Posts.marker(purpose)),
        headline(facts),
        lines(facts, stopped),
        facts.steps().stream().map(ComposeResult::row).toList(),
        failed(facts).map(s -> failure(facts, s)),
        stopped ? choices(facts) : List.of(),
        diff(facts),
        List.of(),
        "commit "
            + facts.rollout().deployment().sha().substring(0, 8)
            + " · digest "
            + facts.rollout().deployment().digest().brief()
            + " · ledger "
            + facts.head().id()
            + ":"
            + facts.head().hash());
  }

  private static String headline(Facts facts) {
    RecordedRollout rollout = facts.rollout().rollout();
    long done = facts.steps().stream().filter(s -> s.state() == StepState.DONE).count();
    String counts = done + "/" + facts.steps().size() + " statements";
    String took = " · " + Amounts.took(took(facts));
    return switch (rollout.state()) {
      case DONE -> "🚀 Deployed to " + rollout.target() + ": " + counts + took;
      case UNKNOWN -> "❓ " + rollout.target() + " stopped: a statement may or may not have run";
      case CANCELLED -> "⏹️ " + rollout.target() + " was cancelled after " + counts + took;
      case FAILED, WAITING, READY, RUNNING, SKIPPED ->
          "❌ " + rollout.target() + " stopped after " + counts + took;
    };
  }

  private static Duration took(Facts facts) {
    return facts.steps().stream().map(StepResult::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private static List<String> lines(Facts facts, boolean stopped) {
    List<String> lines = new ArrayList<>();
    RecordedRollout rollout = facts.rollout().rollout();
    if (!rollout.reason().isEmpty()
        && (failed(facts).isEmpty() || rollout.state() != RolloutState.FAILED)) {
      lines.add(rollout.reason());
    }
    if (stopped) {
      lines.add(committed(facts));
      if (facts.unfinished() > 1) {
        lines.add(
            (facts.unfinished() == 2
                    ? "A later change waits"
                    : facts.unfinished() - 1 + " later changes wait")
                + " for this one on "
                + rollout.target()
                + ".");
      }
    }
    return lines;
  }

  /** What stays and what does not: the first question of whoever reads this. */
  private static String committed(Facts facts) {
    List<Integer> kept =
        facts.steps().stream().filter(StepResult::committed).map(StepResult::seq).toList();
    String which =
        kept.isEmpty()
            ? "Nothing is"
            : kept.size() == 1
                ? "Statement " + kept.get(0) + " is"
                : "Statements " + ranges(kept) + " are";
    Optional<StepResult> unknown =
        failed(facts).filter(s -> s.state() == StepState.UNKNOWN && !s.committed());
    String rest =
        unknown
            .map(s -> "whether statement " + s.seq() + " is, nobody knows; everything else is not.")
            .orElse(kept.isEmpty() ? "" : "everything else is not.");
    return which + " committed" + (rest.isEmpty() ? "." : "; " + rest);
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

  private static Failure failure(Facts facts, StepResult step) {
    Optional<StepError> error = step.error();
    return new Failure(
        place(step),
        Markdown.fence("sql", statement(facts, step)),
        error.map(StepError::sqlState).orElse(""),
        error.map(e -> Markdown.fence("text", e.message())),
        error.flatMap(StepError::hint));
  }

  /** The statement's text, from its line on. */
  private static String statement(Facts facts, StepResult step) {
    RunRollout.Case rollout = facts.rollout();
    return RolloutOrders.scripts(rollout.change(), rollout.rollout().target().database()).stream()
        .filter(s -> s.path().equals(step.path()))
        .map(Script::text)
        .flatMap(t -> upToSemicolon(t, step.line()))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("statement " + step.seq());
  }

  private static Stream<String> upToSemicolon(String text, int line) {
    List<String> lines = text.lines().skip(line - 1L).limit(MOST_STATEMENT_LINES).toList();
    int last = 0;
    while (last < lines.size() - 1 && !lines.get(last).stripTrailing().endsWith(";")) {
      last++;
    }
    return lines.stream().limit(last + 1L);
  }

  private List<Content> choices(Facts facts) {
    RecordedRollout rollout = facts.rollout().rollout();
    List<Content> choices = new ArrayList<>();
    Optional<StepResult> step = failed(facts);
    if (rollout.state() == RolloutState.UNKNOWN && step.isPresent()) {
      String at = " statement " + step.get().seq() + " --reason \"…\"`";
      String skip = "`" + prefix + " skip" + at;
      String retry = "`" + prefix + " retry" + at;
      if (step.get().committed()) {
        choices.add(Markdown.raw("to go on without it: " + skip));
        choices.add(Markdown.raw("to run it once more: " + retry));
      } else {
        choices.add(Markdown.raw("if it ran (look at the target): " + skip));
        choices.add(Markdown.raw("if it did not run: " + retry));
      }
    } else {
      choices.add(Markdown.raw("`" + prefix + " retry` goes on where it stopped"));
      step.ifPresent(
          s ->
              choices.add(
                  Markdown.raw(
                      "`"
                          + prefix
                          + " skip statement "
                          + s.seq()
                          + " --reason \"…\"` leaves the statement out")));
    }
    choices.add(
        Markdown.raw(
            "`"
                + prefix
                + " skip rollout --reason \"…\"` gives this rollout up and lets later changes"
                + " pass; then fix forward with a new merge request"));
    return choices;
  }

  private static Optional<Content> diff(Facts facts) {
    if (facts.before().isEmpty() || facts.after().isEmpty()) {
      return Optional.empty();
    }
    String diff = SnapshotDiff.between(facts.before().get(), facts.after().get());
    if (diff.isBlank()) {
      return Optional.empty();
    }
    String cut = diff.length() <= MOST_DIFF ? diff : diff.substring(0, MOST_DIFF) + "\n… cut";
    return Optional.of(Markdown.fence("diff", cut));
  }

  private static StepRow row(StepResult step) {
    String state = step.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
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

  private static Content place(StepResult step) {
    return Markdown.code(
        step.path().substring(step.path().lastIndexOf('/') + 1) + ":" + step.line());
  }
}
