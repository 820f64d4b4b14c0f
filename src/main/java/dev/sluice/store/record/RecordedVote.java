package dev.sluice.store.record;

import dev.sluice.approval.Vote;
import java.time.Instant;
import java.util.Optional;

/**
 * A vote and, where it was taken back or replaced, when and why.
 *
 * @param voided empty while it stands
 */
public record RecordedVote(long id, Vote vote, Optional<Voided> voided) {

  /** That a vote no longer counts. */
  public record Voided(Instant at, String why) {}
}
