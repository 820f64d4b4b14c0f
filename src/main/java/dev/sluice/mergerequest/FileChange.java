package dev.sluice.mergerequest;

import java.util.Optional;

/**
 * One file that a merge request or commit changes.
 *
 * @param oldPath equal to {@code newPath} unless renamed
 * @param newMode octal file mode; {@code 120000} is a symbolic link, {@code 160000} a submodule
 * @param hunks the unified hunks; empty when GitLab left them out (collapsed, too large, binary) or
 *     nothing in the text changed
 * @param omitted GitLab says that it left the hunks out
 */
public record FileChange(
    String oldPath,
    String newPath,
    Kind kind,
    String newMode,
    Optional<String> hunks,
    boolean omitted) {
  /** What happened to the file. */
  public enum Kind {
    ADDED,
    MODIFIED,
    DELETED,
    RENAMED
  }
}
