package dev.sluice.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one statement.
 *
 * @param seq its place in the rollout, from 1, over all scripts
 * @param path the script; {@code line} where the statement begins in it
 * @param sha256 of the statement's text, so that an edited script is noticed on resume
 * @param committed whether its effect is for good
 * @param rows as the driver counts them
 * @param warnings the server's notices, values masked
 * @param error the server's message, values masked
 */
public record StepResult(
    int seq,
    String path,
    int line,
    String sha256,
    StepState state,
    boolean committed,
    Instant startedAt,
    Duration duration,
    OptionalLong rows,
    List<String> warnings,
    Optional<StepError> error) {
  public StepResult {
    warnings = List.copyOf(warnings);
  }

  /** A step at its beginning: nothing has come of it yet. */
  public static StepResult fresh(Step step, StepState state, Instant at) {
    return new StepResult(
        step.seq(),
        step.path(),
        step.line(),
        step.sha256(),
        state,
        false,
        at,
        Duration.ZERO,
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  public StepResult with(StepState newState, boolean nowCommitted) {
    return new StepResult(
        seq,
        path,
        line,
        sha256,
        newState,
        nowCommitted,
        startedAt,
        duration,
        rows,
        warnings,
        error);
  }

  /** The step ran to its end. */
  public StepResult done(
      boolean nowCommitted, Duration took, OptionalLong count, List<String> notices) {
    return new StepResult(
        seq,
        path,
        line,
        sha256,
        StepState.DONE,
        nowCommitted,
        startedAt,
        took,
        count,
        notices,
        Optional.empty());
  }

  /**
   * A part of the step is committed: it is on its way, or it ended there.
   *
   * @param count the rows that are committed
   * @param remark how far it is, in words
   */
  public StepResult partly(Duration took, long count, String remark) {
    return new StepResult(
        seq,
        path,
        line,
        sha256,
        state,
        committed,
        startedAt,
        took,
        OptionalLong.of(count),
        List.of(remark),
        error);
  }

  /** Whether it ended when a part of it was committed, which stays. */
  public boolean stayedPartly() {
    return state == StepState.FAILED && rows.isPresent();
  }

  /** The server refused the step. */
  public StepResult failed(Duration took, StepError why) {
    return new StepResult(
        seq,
        path,
        line,
        sha256,
        StepState.FAILED,
        false,
        startedAt,
        took,
        OptionalLong.empty(),
        List.of(),
        Optional.of(why));
  }

  /** The step was left out. */
  public StepResult skipped(String remark) {
    return new StepResult(
        seq,
        path,
        line,
        sha256,
        StepState.SKIPPED,
        false,
        startedAt,
        Duration.ZERO,
        OptionalLong.empty(),
        List.of(remark),
        Optional.empty());
  }
}
