package dev.sluice.flow.deploy;

import dev.sluice.store.record.RolloutState;
import java.util.Optional;

/**
 * What a result makes of a rollout.
 *
 * @param state empty when another worker has it now and we must not write
 * @param reason for people, one sentence
 */
record Settled(Optional<RolloutState> state, String reason) {
  static Settled in(RolloutState state, String reason) {
    return new Settled(Optional.of(state), reason);
  }
}
