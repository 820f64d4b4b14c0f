package dev.sluice.sql.split;

import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import java.util.Arrays;

/** A file's characters and where its lines begin. A byte order mark belongs to no column. */
final class Source {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  final String text;
  private final int[] lineStarts;

  Source(String text) {
    this.text = text;
    var starts = new int[16];
    int lines = 1;
    starts[0] = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
        starts[lines++] = i + 1;
      }
    }
    this.lineStarts = Arrays.copyOf(starts, lines);
  }

  int length() {
    return text.length();
  }

  /** The character at {@code offset}; NUL behind the end. */
  char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\0';
  }

  boolean startsWith(String part, int offset) {
    return text.startsWith(part, offset);
  }

  /** The offset of the line feed at or behind {@code offset}, or the end of the file. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  /** Whether only blanks stand between the start of the line and {@code offset}. */
  boolean firstInLine(int offset) {
    int from = lineStarts[line(offset)];
    return text.substring(Math.min(from, offset), offset).isBlank();
  }

  Position position(int offset) {
    int line = line(offset);
    return new Position(line + 1, Math.max(0, offset - lineStarts[line]) + 1);
  }

  Place place(int from, int to) {
    return new Place(from, to - from, position(from), position(to));
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }
}
