package dev.sluice.flow.pipeline;

import dev.sluice.language.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that keeps a rollout from starting.
 *
 * @param row for a table and the summary, without a full stop
 * @param sentence for the answer to a person who wants it now, with what would help
 * @param until when it passes by itself, if one can tell
 * @param wish what it makes of a person's wish to deploy now
 */
public record Reason(Message row, Message sentence, Optional<Instant> until, Wish wish) {
  /** What becomes of the wish to deploy now. */
  public enum Wish {
    /** It is kept, and starts by itself later. */
    QUEUED,
    REFUSED
  }

  static Reason queued(Message row, Message sentence, Optional<Instant> until) {
    return new Reason(row, sentence, until, Wish.QUEUED);
  }

  static Reason refused(Message row, Message sentence) {
    return new Reason(row, sentence, Optional.empty(), Wish.REFUSED);
  }
}
