package dev.sluice.mergerequest;

/** Merge requests of our own, from whoever the token belongs to. */
public interface Writing {
  /**
   * What a merge request of ours says.
   *
   * @param description Markdown
   */
  record Proposal(String targetBranch, String title, String description) {}

  /**
   * Opens a merge request for the commit's branch, which begins anew at the commit's start whatever
   * it held before; when one is open for that branch already, this is it and nothing is done.
   */
  MergeRequestId propose(long repository, NewCommit commit, Proposal proposal);
}
