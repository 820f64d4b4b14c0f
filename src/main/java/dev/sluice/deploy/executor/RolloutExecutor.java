package dev.sluice.deploy.executor;

import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;

/**
 * Brings a rollout's scripts to its target, each statement at most once, whatever dies in between.
 * Blocks until the try has ended; one call per target at a time is the lane's business, a second
 * one waits for the lock that this one holds in the target.
 */
public final class RolloutExecutor {
  /** Never throws for what a target, its data or its network do; see {@link RolloutResult}. */
  public RolloutResult run(Rollout rollout, Cancellation cancellation) {
    return new RolloutResult.Waiting(RolloutResult.Report.EMPTY, "The executor is not built yet.");
  }
}
