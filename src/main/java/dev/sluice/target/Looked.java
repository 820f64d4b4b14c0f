package dev.sluice.target;

/** What came of looking at a target for a review. */
public sealed interface Looked<T> {
  record Seen<T>(T result) implements Looked<T> {}

  /**
   * @param why fit for notes
   */
  record Unreachable<T>(String why) implements Looked<T> {}
}
