package dev.sluice.mergerequest;

/** Where a new thread is put. */
public sealed interface ThreadPosition {
  /**
   * Lines of the diff, on the new side; {@link DiffLines} knows which ones can carry a thread.
   *
   * @param last the last line of a stretch; equal to {@code first} for one line
   */
  record Line(DiffRefs refs, String oldPath, String newPath, DiffLine first, DiffLine last)
      implements ThreadPosition {}

  /** The file as a whole (GitLab 16.4 and later). */
  record File(DiffRefs refs, String oldPath, String newPath) implements ThreadPosition {}
}
