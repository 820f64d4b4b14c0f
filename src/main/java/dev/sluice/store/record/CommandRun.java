package dev.sluice.store.record;

import dev.sluice.mergerequest.MergeRequestId;
import java.time.Instant;

/**
 * What became of one command.
 *
 * @param ordinal which command of the note, from 1
 * @param line as it was written
 * @param answer what the person is told
 */
public record CommandRun(
    MergeRequestId id,
    long note,
    int ordinal,
    long userId,
    String username,
    String line,
    Outcome outcome,
    String answer,
    Instant at) {

  /** How it ended. */
  public enum Outcome {
    DONE,
    DENIED,
    REFUSED,
    EXPIRED,
    NOT_UNDERSTOOD
  }
}
