package dev.sluice.mergerequest;

import java.util.List;
import java.util.Optional;

/**
 * A commit to be made, of whole files.
 *
 * @param branch that it goes on top of
 * @param start where the branch is made from when it is not there yet; empty when it is
 */
public record NewCommit(String branch, Optional<String> start, String message, List<File> files) {
  public NewCommit {
    files = List.copyOf(files);
  }

  /**
   * A file as it shall be.
   *
   * @param exists whether it is on the branch, or on what the branch is made from
   */
  public record File(String path, String text, boolean exists) {}
}
