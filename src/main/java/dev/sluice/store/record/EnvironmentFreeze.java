package dev.sluice.store.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A person's word that nothing is deployed to an environment.
 *
 * @param until when it ends by itself
 */
public record EnvironmentFreeze(
    String environment, String reason, String by, Instant at, Optional<Instant> until) {}
