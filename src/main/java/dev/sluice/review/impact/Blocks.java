package dev.sluice.review.impact;

/** What others cannot do to the table meanwhile. */
public enum Blocks {
  NOTHING("nothing"),
  WRITES("writes"),
  READS_AND_WRITES("reads and writes");

  private final String words;

  Blocks(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
