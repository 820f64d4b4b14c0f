package dev.sluice.deploy;

/**
 * What a person decided about one statement.
 *
 * @param by username
 */
public record Decision(Verdict verdict, String reason, String by) {
  /** What to do with the statement. */
  public enum Verdict {
    /** Leave it out, whether it has run or not. */
    SKIP,
    /** Run it though we do not know whether it ran before (design law 6). */
    RUN_AGAIN
  }

  public static Decision skip(String reason, String by) {
    return new Decision(Verdict.SKIP, reason, by);
  }

  public static Decision runAgain(String reason, String by) {
    return new Decision(Verdict.RUN_AGAIN, reason, by);
  }
}
