package dev.sluice.store.record;

import dev.sluice.catalog.Snapshot;
import java.time.Instant;

/**
 * What a target should look like.
 *
 * @param id the snapshot's number
 * @param at since when
 * @param from what left it so: {@code ROLLOUT}, or the kind of a baseline
 */
public record Expected(long id, Snapshot snapshot, Instant at, String from) {}
