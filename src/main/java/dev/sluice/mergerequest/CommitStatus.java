package dev.sluice.mergerequest;

/**
 * A commit status as people see it.
 *
 * @param description at most 255 characters are shown
 * @param targetUrl where its link leads
 */
public record CommitStatus(String name, State state, String description, String targetUrl) {
  /** GitLab's states that we use. */
  public enum State {
    PENDING,
    RUNNING,
    SUCCESS,
    FAILED,
    CANCELED
  }
}
