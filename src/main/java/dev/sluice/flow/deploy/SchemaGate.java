package dev.sluice.flow.deploy;

import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import java.util.Optional;

/** Looks at a target's schema before a rollout begins or goes on. */
@FunctionalInterface
public interface SchemaGate {
  /**
   * Why the rollout has to wait for a person; empty when it may run.
   *
   * @param fence of the target's lane
   */
  Optional<Message> objection(Fence fence, RunRollout.Case rollout);
}
