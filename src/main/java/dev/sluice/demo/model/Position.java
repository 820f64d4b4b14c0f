package dev.sluice.demo.model;

import dev.sluice.demo.git.Hashes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a diff note stands. {@code type} is {@code text} or {@code file}; an added line has a new
 * number only, a removed one an old number only, an unchanged one both.
 */
public record Position(
    Shas shas,
    String oldPath,
    String newPath,
    String type,
    @Nullable Integer oldLine,
    @Nullable Integer newLine,
    @Nullable Map<String, Object> lineRange) {

  /** The three commits that make a diff: merge base, target head then, source head. */
  public record Shas(String base, String start, String head) {}

  public Position at(Shas newShas, @Nullable Integer newOldLine, @Nullable Integer newNewLine) {
    return new Position(newShas, oldPath, newPath, type, newOldLine, newNewLine, lineRange);
  }

  /** GitLab's line code from the counters at the line. */
  public static String lineCode(String path, int oldLine, int newLine) {
    return Hashes.sha1(path) + "_" + oldLine + "_" + newLine;
  }
}
