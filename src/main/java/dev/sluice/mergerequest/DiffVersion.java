package dev.sluice.mergerequest;

import java.time.Instant;
import java.util.Optional;

/**
 * One push to a merge request.
 *
 * @param patchId stays the same over a rebase that changes nothing; empty while GitLab computes it
 */
public record DiffVersion(long id, DiffRefs refs, Instant createdAt, Optional<String> patchId) {}
