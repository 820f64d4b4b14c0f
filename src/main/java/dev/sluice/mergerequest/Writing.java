package dev.sluice.mergerequest;

import java.util.List;
import java.util.Optional;

/** Writing to repositories ourselves, as whoever the token belongs to. */
public interface Writing {
  /**
   * A file of a commit.
   *
   * @param replaces whether the branch has it already
   */
  record NewFile(String path, String text, boolean replaces) {}

  /**
   * One commit.
   *
   * @param from where the branch begins anew, whatever it held before; empty: on top of the branch
   */
  record NewCommit(String branch, Optional<String> from, String message, List<NewFile> files) {
    public NewCommit {
      files = List.copyOf(files);
    }
  }

  /**
   * What a merge request of ours says.
   *
   * @param description Markdown
   */
  record Proposal(String targetBranch, String title, String description) {}

  /** Makes the commit; its sha. */
  String commit(long repository, NewCommit commit);

  /**
   * Opens a merge request for the commit's branch; when one is open for that branch already, this
   * is it and nothing is done.
   */
  MergeRequestId propose(long repository, NewCommit commit, Proposal proposal);
}
