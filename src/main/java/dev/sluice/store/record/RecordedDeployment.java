package dev.sluice.store.record;

import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequestId;
import java.time.Instant;

/**
 * A merged change on its way through the environments.
 *
 * @param id also its place in the branch's first-parent order
 * @param sha the commit on the branch whose content is deployed
 */
public record RecordedDeployment(
    long id, MergeRequestId mergeRequest, Digest digest, String branch, String sha, Instant at) {}
