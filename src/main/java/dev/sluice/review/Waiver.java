package dev.sluice.review;

import java.time.Instant;
import java.util.Optional;

/**
 * A finding that a person accepted, for as long as the statement stays as it is.
 *
 * @param by username
 * @param until empty: without an end
 */
public record Waiver(
    String fingerprint,
    RuleId rule,
    String reason,
    String by,
    Instant at,
    Optional<Instant> until) {
  public boolean holdsAt(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
