package dev.sluice.gitlab;

import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChange.Kind;
import java.util.Objects;
import java.util.Optional;

/** GitLab's diff of one file as ours. */
final class FileChangeJson {
  private FileChangeJson() {}

  static FileChange read(Payload.Diff read) {
    String text = read.diff() == null ? "" : read.diff();
    boolean binary = text.startsWith("Binary files ");
    return new FileChange(
        read.oldPath(),
        read.newPath(),
        kind(read),
        read.bMode() == null ? "100644" : read.bMode(),
        text.isEmpty() || binary ? Optional.empty() : Optional.of(text),
        omitted(read, text));
  }

  private static Kind kind(Payload.Diff read) {
    if (read.newFile()) {
      return Kind.ADDED;
    }
    if (read.deletedFile()) {
      return Kind.DELETED;
    }
    return read.renamedFile() ? Kind.RENAMED : Kind.MODIFIED;
  }

  /**
   * GitLab says so since 18.4. Before, an empty diff is the only sign, unless a rename or a change
   * of mode explains it.
   */
  private static boolean omitted(Payload.Diff read, String text) {
    if (read.collapsed() != null || read.tooLarge() != null) {
      return Boolean.TRUE.equals(read.collapsed()) || Boolean.TRUE.equals(read.tooLarge());
    }
    boolean explained = read.renamedFile() || !Objects.equals(read.aMode(), read.bMode());
    return text.isEmpty() && (!explained || read.newFile() || read.deletedFile());
  }
}
