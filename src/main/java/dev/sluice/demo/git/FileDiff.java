package dev.sluice.demo.git;

import java.util.List;

/** One changed file. Modes are {@code "0"} where the file does not exist. */
public record FileDiff(
    String oldPath,
    String newPath,
    String oldMode,
    String newMode,
    boolean binary,
    List<Hunk> hunks) {
  private static final String ABSENT = "0";

  public FileDiff {
    hunks = List.copyOf(hunks);
  }

  public boolean isNew() {
    return oldMode.equals(ABSENT);
  }

  public boolean isDeleted() {
    return newMode.equals(ABSENT);
  }

  public boolean isRenamed() {
    return !oldPath.equals(newPath);
  }

  /** The hunks as GitLab's {@code diff} field shows them: no file header. */
  public String text() {
    if (binary) {
      return "Binary files %s and %s differ\n".formatted(header("a/", true), header("b/", false));
    }
    var text = new StringBuilder();
    hunks.forEach(hunk -> text.append(hunk.text()));
    return text.toString();
  }

  /** The whole file diff in git's format. */
  public String gitText() {
    var text = new StringBuilder("diff --git a/%s b/%s\n".formatted(oldPath, newPath));
    if (isNew()) {
      text.append("new file mode ").append(newMode).append('\n');
    } else if (isDeleted()) {
      text.append("deleted file mode ").append(oldMode).append('\n');
    } else if (isRenamed()) {
      text.append("rename from %s\nrename to %s\n".formatted(oldPath, newPath));
    }
    return text.append(binary || hunks.isEmpty() ? "" : unifiedHeader()).append(text()).toString();
  }

  /** The two lines that name the files. */
  public String unifiedHeader() {
    return "--- %s\n+++ %s\n".formatted(header("a/", true), header("b/", false));
  }

  private String header(String prefix, boolean old) {
    if (old ? isNew() : isDeleted()) {
      return "/dev/null";
    }
    return prefix + (old ? oldPath : newPath);
  }
}
