package dev.sluice.deploy;

import java.util.List;
import java.util.Optional;

/**
 * What came of running a plan on a copy of its target's schema.
 *
 * @param failed the step that the server refused; empty unless the outcome is FAILED
 * @param words what the server said, or why nothing is known, or what the copy lacks
 * @param held in the order of the steps
 * @param diff of the schema as far as the plan came; empty where there is none
 */
public record Rehearsed(
    Outcome outcome, Optional<Step> failed, String words, List<Held> held, String diff) {
  public Rehearsed {
    held = List.copyOf(held);
  }

  /** How it ended. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** It ended for a reason that lies in the copy. */
    UNKNOWN
  }

  /** Locks that a step added to what its transaction holds. */
  public record Held(Step step, String words) {}
}
