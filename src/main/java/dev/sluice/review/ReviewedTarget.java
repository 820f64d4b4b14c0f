package dev.sluice.review;

import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;

/**
 * What a review is for.
 *
 * @param production whether its environment is the last one of the promotion: a mistake in an
 *     earlier one is a rehearsal, and its risk counts one step less
 * @param catalogNote why the catalog could not be read; empty when it was
 */
public record ReviewedTarget(
    TargetName name, Dialect dialect, boolean production, String catalogNote) {}
