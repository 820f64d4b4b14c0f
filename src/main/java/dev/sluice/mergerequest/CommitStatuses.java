package dev.sluice.mergerequest;

/** Commit statuses: for people, never a gate (design law 3). */
public interface CommitStatuses {
  /**
   * Where statuses of a commit belong just now: asked once for several that are set together.
   *
   * @param ref the source branch for a merge request's head, the branch for a deployed commit
   */
  StatusPlace place(long repository, String sha, String ref);

  /** Sets a status. Repeating a state is no error; GitLab's conflicts are retried. */
  void set(StatusPlace place, CommitStatus status);
}
