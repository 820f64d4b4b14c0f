package dev.sluice.change;

/**
 * Something about a file of the merge request that the summary tells: ignored, badly named, edited
 * after it ran … Nothing is dropped silently (design law 7).
 */
public record Remark(String path, Level level, String message) {
  /** ERROR and INCOMPLETE keep the review from passing. */
  public enum Level {
    INFO,
    WARNING,
    ERROR,
    /** We could not see all of it. */
    INCOMPLETE
  }
}
