package dev.sluice.mergerequest;

/** Commit statuses: for people, never a gate (design law 3). */
public interface CommitStatuses {
  /**
   * Sets a status. Repeating a state is no error; GitLab's conflicts are retried.
   *
   * @param ref the source branch for a merge request's head, the branch for a deployed commit
   */
  void set(long repository, String sha, String ref, CommitStatus status);
}
