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
}
