package dev.sluice.deploy.executor;

import dev.sluice.change.Script;
import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.StepError;
import dev.sluice.target.ErrorClass;
import dev.sluice.target.ServerError;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a server's refusal into a failed step, in words for people and with the file's line. */
record Failures(Run run, Session session) {

  /** Records that a part of the refused step is committed; a person has to look. */
  Ending halfDone(Step step, SQLException failure) {
    ServerError said = session.target().explain(failure);
    run.progress().halfDone(step, error(step, said, said.message(), 1));
    return report ->
        new Unknown(
            report,
            run.progress().of(step),
            "The server refused the statement when a part of it was committed already: "
                + said.message());
  }

  /**
   * Records the failure; the ending tells a person's cancel from everything else.
   *
   * @param attempt which one failed, from 1
   */
  Ending failed(Step step, SQLException failure, int attempt) {
    String by = run.cancellation().requestedBy().orElse("");
    ServerError said = session.target().explain(failure);
    boolean cancelled =
        !by.isEmpty() && session.target().classify(failure) == ErrorClass.TIMEOUT_OR_CANCEL;
    String message = cancelled ? "Cancelled by @" + by + "." : said.message();
    run.progress().failed(step, error(step, said, message, attempt));
    return cancelled
        ? report -> new Cancelled(report, run.progress().of(step), by)
        : report -> new Failed(report, run.progress().of(step));
  }

  /** Records what Sluice itself has against the step. */
  Ending refused(Step step, String why) {
    run.progress().failed(step, new StepError("", why, Optional.empty(), Optional.empty()));
    return report -> new Failed(report, run.progress().of(step));
  }

  /** Records that a person stopped the step between two of its parts. */
  Ending cancelled(Step step, String by) {
    run.progress()
        .failed(
            step,
            new StepError("", "Cancelled by @" + by + ".", Optional.empty(), Optional.empty()));
    return report -> new Cancelled(report, run.progress().of(step), by);
  }

  /** For the result note of a rollout that got through in the end. */
  void tellRetry(Step step, int attempt) {
    String blockers = blockers();
    run.journal()
        .remark(
            run.rollout().id(),
            "retry/" + step.seq(),
            "Statement %d was tried %d times%s"
                .formatted(
                    step.seq(),
                    attempt + 1,
                    blockers.isEmpty() ? "." : ", blocked by " + blockers + "."));
  }

  private String blockers() {
    return String.join("; ", session.watch().blockers());
  }

  private StepError error(Step step, ServerError said, String message, int attempt) {
    return new StepError(
        said.code(), message, place(said.offset(), step), hint(said.hint(), attempt));
  }

  private Optional<String> hint(Optional<String> said, int attempt) {
    String blockers = blockers();
    String text =
        Stream.of(
                said.orElse(""),
                session.watch().ranOut() ? "It ran longer than statement_timeout allows." : "",
                attempt > 1 ? "Tried " + attempt + " times." : "",
                blockers.isEmpty() ? "" : "Blocked by " + blockers + ".")
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" "));
    return Optional.of(text).filter(s -> !s.isEmpty());
  }

  private Optional<String> place(OptionalInt offset, Step step) {
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    return run.rollout().scripts().stream()
        .filter(s -> s.path().equals(step.path()))
        .findFirst()
        .flatMap(script -> place(offset.getAsInt(), script, step));
  }

  /** The server counts the statement's code points, editors the file's UTF-16 units. */
  static Optional<String> place(int codePoints, Script script, Step step) {
    String statement = step.statement().text();
    if (codePoints > statement.codePointCount(0, statement.length())) {
      return Optional.empty();
    }
    int offset = step.statement().place().offset() + statement.offsetByCodePoints(0, codePoints);
    String before = script.text().substring(0, offset);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return Optional.of(line + ":" + (offset - before.lastIndexOf('\n')));
  }
}
