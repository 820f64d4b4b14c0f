package dev.sluice.mergerequest;

import java.util.List;

/** The way between two commits of a branch. */
public sealed interface BranchWalk {
  /** Oldest first. */
  record Commits(List<Commit> commits) implements BranchWalk {
    public Commits {
      commits = List.copyOf(commits);
    }
  }

  /** The start is not on the branch's first-parent line any more: history was rewritten. */
  record Rewritten() implements BranchWalk {}
}
