package dev.sluice.gitlab;

import dev.sluice.mergerequest.DiffLine;
import dev.sluice.mergerequest.DiffRefs;
import dev.sluice.mergerequest.ThreadPosition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A diff position as GitLab wants it: an added line by its new number alone, an unchanged one by
 * both; anything else is refused ("line_code can't be blank").
 */
record PositionJson(
    String positionType,
    String baseSha,
    String startSha,
    String headSha,
    String oldPath,
    String newPath,
    @Nullable Integer oldLine,
    @Nullable Integer newLine,
    @Nullable LineRange lineRange) {
  static PositionJson of(ThreadPosition position) {
    if (position instanceof ThreadPosition.Line line) {
      return line(line);
    }
    ThreadPosition.File file = (ThreadPosition.File) position;
    return new Place(file.refs(), file.oldPath(), file.newPath()).position("file", null, null);
  }

  private static PositionJson line(ThreadPosition.Line line) {
    LineRange range =
        line.first().equals(line.last())
            ? null
            : new LineRange(end(line, line.first()), end(line, line.last()));
    return new Place(line.refs(), line.oldPath(), line.newPath())
        .position("text", line.last(), range);
  }

  private static End end(ThreadPosition.Line line, DiffLine at) {
    String code = sha1(line.newPath()) + "_" + at.oldNumber() + "_" + at.newNumber();
    return at.added()
        ? new End(code, "new", null, at.newNumber())
        : new End(code, "old", at.oldNumber(), at.newNumber());
  }

  private static String sha1(String path) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(path.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-1 is part of every Java platform", impossible);
    }
  }

  /** Both ends of a stretch of lines. */
  record LineRange(End start, End end) {}

  /**
   * @param type {@code new} for an added line, else {@code old}
   */
  record End(String lineCode, String type, @Nullable Integer oldLine, @Nullable Integer newLine) {}

  private record Place(DiffRefs refs, String oldPath, String newPath) {
    PositionJson position(String type, @Nullable DiffLine line, @Nullable LineRange range) {
      return new PositionJson(
          type,
          refs.baseSha(),
          refs.startSha(),
          refs.headSha(),
          oldPath,
          newPath,
          line == null || line.added() ? null : line.oldNumber(),
          line == null ? null : line.newNumber(),
          range);
    }
  }
}
