package dev.sluice.store.record;

import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.TargetReview;
import java.time.Instant;
import java.util.List;

/**
 * One look at a merge request's content.
 *
 * @param passed what {@code sluice/review} said
 */
public record Review(
    MergeRequestId id,
    String headSha,
    Digest digest,
    boolean passed,
    List<TargetReview> targets,
    Instant at) {
  public Review {
    targets = List.copyOf(targets);
  }
}
