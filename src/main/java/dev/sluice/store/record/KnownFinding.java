package dev.sluice.store.record;

import dev.sluice.change.Digest;
import dev.sluice.review.Severity;
import java.util.Optional;

/**
 * A finding that was told in a merge request, over all of its reviews.
 *
 * @param line where it stood when it was seen last
 * @param discussion its thread; empty when it stands in the summary only
 * @param digest the content in which it was seen last; a thread that a person deleted is not posted
 *     again while the content is the same
 */
public record KnownFinding(
    String fingerprint,
    String rule,
    Severity severity,
    String path,
    int line,
    String message,
    State state,
    Optional<String> discussion,
    Digest digest) {

  /** What became of it. */
  public enum State {
    OPEN,
    FIXED,
    /** A person accepted it. */
    WAIVED,
    /** Its thread was deleted by a person. */
    DELETED;

    /** Whether its thread is settled, so that it is opened again when the finding is back. */
    public boolean over() {
      return this == FIXED || this == WAIVED;
    }
  }

  public KnownFinding with(State now) {
    return new KnownFinding(
        fingerprint, rule, severity, path, line, message, now, discussion, digest);
  }

  /**
   * @param thread the id of its discussion
   */
  public KnownFinding in(String thread) {
    return new KnownFinding(
        fingerprint, rule, severity, path, line, message, state, Optional.of(thread), digest);
  }
}
