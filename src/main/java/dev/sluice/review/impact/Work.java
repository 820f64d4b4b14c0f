package dev.sluice.review.impact;

/** How long a statement works, in classes: all but INSTANT and ROWS grow with the table. */
public enum Work {
  INSTANT("for an instant"),
  ROWS("as long as the rows take"),
  SCAN("while every row is checked"),
  INDEX_BUILD("while the index is built"),
  REWRITE("while the table is rewritten");

  private final String words;

  Work(String words) {
    this.words = words;
  }

  /** Whether it takes longer the bigger the table is. */
  public boolean growsWithTable() {
    return this != INSTANT && this != ROWS;
  }

  @Override
  public String toString() {
    return words;
  }
}
