package dev.sluice.mergerequest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a file's new side GitLab takes comments on: those inside the hunks of its diff,
 * unchanged ones with their old line number (gitlab.md 2.4).
 */
public final class DiffLines {
  private static final Pattern HUNK =
      Pattern.compile("^@@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@");

  private final Map<Integer, DiffLine> byNewNumber = new HashMap<>();

  private DiffLines() {}

  /**
   * @param hunks unified hunks as GitLab sends them
   */
  public static DiffLines of(String hunks) {
    DiffLines lines = new DiffLines();
    int oldLine = 0;
    int newLine = 0;
    for (String line : hunks.split("\n", -1)) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.find()) {
        oldLine = Integer.parseInt(hunk.group(1));
        newLine = Integer.parseInt(hunk.group(2));
      } else if (line.startsWith("+")) {
        lines.add(new DiffLine(oldLine, newLine++, true));
      } else if (line.startsWith("-")) {
        oldLine++;
      } else if (line.startsWith(" ")) {
        lines.add(new DiffLine(oldLine++, newLine++, false));
      }
    }
    return lines;
  }

  private void add(DiffLine line) {
    byNewNumber.put(line.newNumber(), line);
  }

  public boolean commentable(int newLine) {
    return byNewNumber.containsKey(newLine);
  }

  /** The old number of an unchanged line; empty for an added one. */
  public OptionalInt oldLine(int newLine) {
    DiffLine line = byNewNumber.get(newLine);
    return line == null || line.added() ? OptionalInt.empty() : OptionalInt.of(line.oldNumber());
  }

  /** Empty when GitLab would refuse a thread there. */
  public Optional<DiffLine> at(int newLine) {
    return Optional.ofNullable(byNewNumber.get(newLine));
  }

  /** A stretch of lines as a position; empty unless both of its ends are inside the diff. */
  public Optional<ThreadPosition.Line> position(
      DiffRefs refs, FileChange file, int firstLine, int lastLine) {
    return at(firstLine)
        .flatMap(
            first ->
                at(lastLine)
                    .map(
                        last ->
                            new ThreadPosition.Line(
                                refs, file.oldPath(), file.newPath(), first, last)));
  }
}
