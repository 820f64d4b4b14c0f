package dev.sluice.flow.deploy;

import dev.sluice.language.Message;
import dev.sluice.store.record.RolloutState;

/**
 * What a result makes of a rollout.
 *
 * @param reason for people, one sentence
 */
record Settled(RolloutState state, Message reason) {}
