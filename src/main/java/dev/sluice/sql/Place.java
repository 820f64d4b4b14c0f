package dev.sluice.sql;

/**
 * A stretch of a file.
 *
 * @param offset where it begins, in UTF-16 units from the start of the file
 * @param length its length in UTF-16 units
 * @param start line and column of its first character
 * @param end line and column just behind its last character
 */
public record Place(int offset, int length, Position start, Position end) {
  public int endOffset() {
    return offset + length;
  }

  /** The stretch from the start of this place to the end of another one. */
  public Place to(Place last) {
    return new Place(offset, last.endOffset() - offset, start, last.end);
  }
}
