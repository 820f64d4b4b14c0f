package dev.sluice.review;

import dev.sluice.language.Message;

/**
 * That a finding can be accepted by nobody.
 *
 * @param policy the review policy that says so
 * @param ignored whether a comment in the script tries to
 */
public record Unwaivable(String policy, boolean ignored) {
  /** Plain text. */
  public Message words() {
    return ignored
        ? Message.of(
            "The review policy %s lets nobody waive this rule. The comment that ignores it does"
                + " not count.",
            policy)
        : Message.of("The review policy %s lets nobody waive this rule.", policy);
  }
}
