package dev.sluice.mergerequest;

/** Commits and merge requests of our own, from whoever the token belongs to. */
public interface Writing {
  /**
   * What a merge request of ours says.
   *
   * @param description Markdown
   */
  record Proposal(String targetBranch, String title, String description) {}

  /**
   * Makes a commit, at most once per call; HostRefusedException with GitLab's words when the branch
   * is protected (403), or has moved or changed meanwhile (400). Whether an earlier try made it,
   * the caller sees from the files.
   *
   * @return its SHA
   */
  String commit(long repository, NewCommit commit);

  /**
   * Opens a merge request for the commit's branch, which begins anew at the commit's start whatever
   * it held before; when one is open for that branch already, this is it and nothing is done.
   */
  MergeRequestId propose(long repository, NewCommit commit, Proposal proposal);
}
