package dev.sluice.mergerequest;

import java.util.HashMap;
import java.util.Map;
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

  private final Map<Integer, OptionalInt> oldLines = new HashMap<>();

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
        lines.oldLines.put(newLine++, OptionalInt.empty());
      } else if (line.startsWith("-")) {
        oldLine++;
      } else if (line.startsWith(" ")) {
        lines.oldLines.put(newLine++, OptionalInt.of(oldLine++));
      }
    }
    return lines;
  }

  public boolean commentable(int newLine) {
    return oldLines.containsKey(newLine);
  }

  /** The old number of an unchanged line; empty for an added one. */
  public OptionalInt oldLine(int newLine) {
    return oldLines.getOrDefault(newLine, OptionalInt.empty());
  }
}
