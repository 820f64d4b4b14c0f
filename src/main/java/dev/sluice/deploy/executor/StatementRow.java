package dev.sluice.deploy.executor;

import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A statement as the target remembers it.
 *
 * @param traceBefore what {@link Traces#before} saw before it was started
 */
record StatementRow(
    int seq,
    String path,
    String sha256,
    StepState state,
    Optional<String> traceBefore,
    Instant startedAt,
    Optional<Instant> endedAt,
    OptionalLong rows,
    Optional<String> error) {
  boolean finished() {
    return state == StepState.DONE || state == StepState.SKIPPED;
  }

  /** {@code at} counts as the beginning when the clock was put back meanwhile. */
  StatementRow done(Instant at, OptionalLong count) {
    return new StatementRow(
        seq,
        path,
        sha256,
        StepState.DONE,
        traceBefore,
        startedAt,
        Optional.of(at.isBefore(startedAt) ? startedAt : at),
        count,
        Optional.empty());
  }

  static StatementRow of(StepResult result, Optional<String> traceBefore) {
    boolean open = result.state() == StepState.STARTED;
    return new StatementRow(
        result.seq(),
        result.path(),
        result.sha256(),
        result.state(),
        traceBefore,
        result.startedAt(),
        open ? Optional.empty() : Optional.of(result.startedAt().plus(result.duration())),
        result.rows(),
        result.state() == StepState.SKIPPED
            ? result.warnings().stream().findFirst()
            : result.error().map(StepError::message));
  }
}
