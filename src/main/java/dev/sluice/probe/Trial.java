package dev.sluice.probe;

import java.util.List;
import java.util.Objects;

/**
 * What came of trying a change on a copy of its target's schema, which has no rows.
 *
 * @param path of the script that failed; empty when none did
 * @param statement its number there, from 1; 0 when none failed
 * @param words what the server said, or why nothing is known
 * @param locks what was seen to be held after a statement
 * @param diff of the schema as far as the change came; empty where there is none
 */
public record Trial(
    State state, String path, int statement, String words, List<Held> locks, String diff) {
  public Trial {
    locks = List.copyOf(Objects.requireNonNullElse(locks, List.of()));
  }

  /** How it ended. */
  public enum State {
    PASSED,
    /** A statement was refused, and not for want of rows. */
    FAILED,
    UNKNOWN
  }

  /** {@code ACCESS EXCLUSIVE on orders}, for people. */
  public record Held(String path, int statement, String words) {}

  public static Trial unknown(String why) {
    return new Trial(State.UNKNOWN, "", 0, why, List.of(), "");
  }

  /** Whether it failed at this statement. */
  public boolean failedAt(String script, int number) {
    return state == State.FAILED && statement == number && path.equals(script);
  }
}
