package dev.sluice.deploy.executor;

import dev.sluice.change.ScriptName;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.StepState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A script in the target's history.
 *
 * @param status {@code STARTED}, {@code DONE}, {@code FAILED}, or {@code UNDONE} when its undo
 *     script ran; {@code BASELINE} is no script: all versions up to its own count as run
 */
record HistoryRow(
    long rollout,
    String path,
    ScriptName.Kind kind,
    String version,
    String sha256,
    String change,
    String status,
    Instant appliedAt,
    long token) {
  static final String STARTED = "STARTED";
  static final String DONE = "DONE";
  static final String FAILED = "FAILED";
  static final String UNDONE = "UNDONE";

  /** All versions up to this one count as run. */
  static final String BASELINE = "BASELINE";

  boolean done() {
    return status.equals(DONE);
  }

  /** The step of a script that another rollout has run. */
  StatementRow asIfRun(Step step) {
    return new StatementRow(
        step.seq(),
        step.path(),
        step.sha256(),
        StepState.DONE,
        Optional.empty(),
        appliedAt,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
