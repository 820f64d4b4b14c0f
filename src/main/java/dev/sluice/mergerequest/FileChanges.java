package dev.sluice.mergerequest;

import java.util.List;

/**
 * The files of a merge request.
 *
 * @param complete false when GitLab cut the list itself: the review cannot pass then
 */
public record FileChanges(List<FileChange> files, boolean complete) {
  public FileChanges {
    files = List.copyOf(files);
  }
}
