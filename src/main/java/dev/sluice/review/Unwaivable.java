package dev.sluice.review;

/**
 * That a finding can be accepted by nobody.
 *
 * @param policy the review policy that says so
 * @param ignored whether a comment in the script tries to
 */
public record Unwaivable(String policy, boolean ignored) {
  /** Plain text. */
  public String words() {
    return "The review policy "
        + policy
        + " lets nobody waive this rule."
        + (ignored ? " The comment that ignores it does not count." : "");
  }
}
