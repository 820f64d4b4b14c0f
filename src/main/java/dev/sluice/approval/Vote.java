package dev.sluice.approval;

import dev.sluice.change.Digest;
import java.time.Instant;

/**
 * One person's yes or no to one digest.
 *
 * @param user GitLab's user id; {@code username} is for display
 * @param reason empty when none was given
 */
public record Vote(
    long user,
    String username,
    Answer answer,
    Digest digest,
    Source source,
    Instant at,
    String reason) {
  /** Yes or no. */
  public enum Answer {
    APPROVE,
    REJECT
  }

  /** Where a vote came from. */
  public enum Source {
    GITLAB,
    COMMAND,
    CHAT,
    WEB
  }
}
