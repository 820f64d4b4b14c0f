package dev.sluice.mergerequest;

import java.util.OptionalLong;

/**
 * A commit, as statuses see it.
 *
 * @param pipeline the commit's newest pipeline
 */
public record StatusPlace(long repository, String sha, String ref, OptionalLong pipeline) {}
