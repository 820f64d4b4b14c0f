package dev.sluice.deploy;

import java.time.Instant;

/**
 * What a person decided about one statement.
 *
 * @param by username
 * @param at when; a wish to run again is used up by a run that began later
 */
public record Decision(Verdict verdict, String reason, String by, Instant at) {
  /** What to do with the statement. */
  public enum Verdict {
    /** Leave it out, whether it has run or not. */
    SKIP,
    /** Run it though we do not know whether it ran before (design law 6). */
    RUN_AGAIN
  }

  public static Decision skip(String reason, String by, Instant at) {
    return new Decision(Verdict.SKIP, reason, by, at);
  }

  public static Decision runAgain(String reason, String by, Instant at) {
    return new Decision(Verdict.RUN_AGAIN, reason, by, at);
  }
}
