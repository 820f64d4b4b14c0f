package dev.sluice.deploy;

import dev.sluice.change.Digest;

/**
 * Where the scripts of a rollout come from; written into the target's history.
 *
 * @param change the merge request as {@code repository!iid}
 * @param digest of the change, as it was approved
 * @param mergeCommit the sha whose content runs
 * @param by whose decision started it: a username, or {@code merge}
 */
public record Provenance(String change, Digest digest, String mergeCommit, String by) {}
