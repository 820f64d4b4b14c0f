package dev.sluice.mergerequest;

import java.util.OptionalInt;

/** Where a new thread is put. */
public sealed interface ThreadPosition {
  /**
   * A line of the diff: {@code newLine} alone for an added line, both for an unchanged one.
   *
   * @param lastNewLine the last line of a stretch that begins at {@code newLine}; equal for one
   *     line
   */
  record Line(
      DiffRefs refs,
      String oldPath,
      String newPath,
      OptionalInt oldLine,
      int newLine,
      int lastNewLine)
      implements ThreadPosition {}

  /** The file as a whole (GitLab 16.4 and later). */
  record File(DiffRefs refs, String oldPath, String newPath) implements ThreadPosition {}
}
