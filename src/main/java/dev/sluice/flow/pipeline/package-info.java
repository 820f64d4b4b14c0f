/**
 * May a rollout start now, and else: what does it wait for, until when, what would help? One
 * answer, which those who start rollouts and those who tell about them share.
 */
@NullMarked
package dev.sluice.flow.pipeline;

import org.jspecify.annotations.NullMarked;
