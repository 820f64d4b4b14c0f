package dev.sluice.flow.deploy;

import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.store.Fence;

/** Runs a rollout on its target, whatever the engine. */
@FunctionalInterface
public interface Executors {
  RolloutResult run(Fence fence, Rollout rollout, Cancellation cancellation);
}
