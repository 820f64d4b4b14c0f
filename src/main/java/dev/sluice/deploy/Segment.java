package dev.sluice.deploy;

import java.util.List;

/**
 * Statements that stand or fall together.
 *
 * @param transactional false: exactly one step, which runs outside a transaction
 */
public record Segment(boolean transactional, List<Step> steps) {
  public Segment {
    steps = List.copyOf(steps);
  }

  public Step last() {
    return steps.get(steps.size() - 1);
  }
}
