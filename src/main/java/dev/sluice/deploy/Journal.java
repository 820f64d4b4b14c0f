package dev.sluice.deploy;

import java.util.List;

/**
 * Where a rollout writes down what happened, as it happens. Every write is fenced: it throws when
 * another worker has taken the lane over, and then nothing more may be done on the target.
 */
public interface Journal {
  /** The steps recorded so far, by seq. */
  List<StepResult> steps(RolloutId rollout);

  void record(RolloutId rollout, StepResult step);

  /**
   * Throws when the work was taken over or a person asked to stop; called before each statement.
   */
  void checkStillOurs(RolloutId rollout);
}
