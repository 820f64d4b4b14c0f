package dev.sluice.flow.beside;

import dev.sluice.change.Change;
import dev.sluice.change.ScriptMap;
import dev.sluice.flow.Followed;
import dev.sluice.flow.ReviewChange;
import dev.sluice.flow.undo.ProposeUndo;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import java.util.List;
import java.util.Optional;

/** Reviews the change of a merge request, and looks at what stands beside it. */
public final class LookAround {
  private final ReviewChange reviewChange;
  private final Followed followed;
  private final SearchCode searchCode;
  private final Neighbours neighbours;
  private final StoreDatabase store;
  private final ProposeUndo proposeUndo;

  public LookAround(
      ReviewChange reviewChange,
      Followed followed,
      SearchCode searchCode,
      Neighbours neighbours,
      StoreDatabase store,
      ProposeUndo proposeUndo) {
    this.reviewChange = reviewChange;
    this.followed = followed;
    this.searchCode = searchCode;
    this.neighbours = neighbours;
    this.store = store;
    this.proposeUndo = proposeUndo;
  }

  /** What there is to see. */
  public record Seen(Review review, Beside beside) {}

  /** Call it in the transaction that saves the merge request. */
  public void remember(WriteTx tx, MergeRequest mr, Optional<Change> change) {
    neighbours.remember(tx, mr, change);
  }

  public Seen at(MergeRequest mr, Change change) {
    Review review = reviewChange.review(change, mr.fromFork());
    ScriptMap scripts = followed.scripts(mr.id().repository(), mr.targetBranch());
    return new Seen(
        review,
        new Beside(
            searchCode.of(mr, change, review, scripts), List.of(), proposeUndo.of(mr, change)));
  }

  /** With what its projects say about scripts that nothing takes back. */
  public Change withRemarks(Change change, Seen seen) {
    return proposeUndo.withRemarks(change, seen.beside().waysBack());
  }

  /** The same with the others that are on record by now; ours has to be there before. */
  public Beside withNeighbours(Beside beside, MergeRequest mr) {
    return beside.with(store.read(tx -> neighbours.of(tx, mr.id())));
  }
}
