package dev.sluice.store.record;

import dev.sluice.change.TargetName;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a target looked when it was looked at last.
 *
 * @param note why it was not compared; empty when it was
 * @param expected number of the snapshot, while it has drifted
 * @param since when it drifted as far as we know
 * @param told hash of what the open issue says; empty without one
 */
public record RecordedDrift(
    TargetName target,
    Outcome outcome,
    String note,
    OptionalLong expected,
    OptionalLong found,
    Optional<Instant> since,
    Instant checkedAt,
    String told) {
  /** What came of the look. */
  public enum Outcome {
    AS_EXPECTED,
    DRIFTED,
    NOT_COMPARED
  }

  public boolean drifted() {
    return outcome == Outcome.DRIFTED;
  }
}
