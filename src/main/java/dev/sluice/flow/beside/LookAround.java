package dev.sluice.flow.beside;

import dev.sluice.change.Change;
import dev.sluice.flow.Followed;
import dev.sluice.flow.ReviewChange;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;

/** Reviews the change of a merge request, and looks at what stands beside it. */
public final class LookAround {
  private final ReviewChange reviewChange;
  private final Followed followed;
  private final SearchCode searchCode;

  public LookAround(ReviewChange reviewChange, Followed followed, SearchCode searchCode) {
    this.reviewChange = reviewChange;
    this.followed = followed;
    this.searchCode = searchCode;
  }

  /** What there is to see. */
  public record Seen(Review review, Beside beside) {}

  public Seen at(MergeRequest mr, Change change) {
    Review review = reviewChange.review(change, mr.fromFork());
    return new Seen(
        review,
        new Beside(
            searchCode.of(
                mr, change, review, followed.scripts(mr.id().repository(), mr.targetBranch()))));
  }
}
