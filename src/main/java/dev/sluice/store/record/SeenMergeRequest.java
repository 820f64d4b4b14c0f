package dev.sluice.store.record;

import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * A merge request as it was when we last looked; for pages and history, never for decisions.
 *
 * @param digest of its change; empty when it has none
 */
public record SeenMergeRequest(
    MergeRequestId id,
    String repositoryPath,
    String title,
    String webUrl,
    String author,
    MergeRequest.State state,
    String targetBranch,
    String headSha,
    Optional<Digest> digest,
    Instant seenAt) {}
