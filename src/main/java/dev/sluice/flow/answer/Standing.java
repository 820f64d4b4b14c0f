package dev.sluice.flow.answer;

import dev.sluice.approval.Decision;
import dev.sluice.change.Change;
import dev.sluice.change.Remark;
import dev.sluice.flow.approve.SinceApproval.Outdated;
import dev.sluice.flow.beside.Beside;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;
import dev.sluice.review.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known about a merge request at one moment: what people are told follows from
 * this alone.
 *
 * @param review empty once the change is deployed everywhere: its statements would not run again
 * @param rollouts empty before the merge
 * @param outdated approvals of earlier content
 * @param beside what people should know of code and of other changes
 */
public record Standing(
    MergeRequest mergeRequest,
    Change change,
    Optional<Review> review,
    List<Decision> decisions,
    List<RolloutStanding> rollouts,
    List<Outdated> outdated,
    Beside beside) {
  public Standing {
    decisions = List.copyOf(decisions);
    rollouts = List.copyOf(rollouts);
    outdated = List.copyOf(outdated);
  }

  /** With nothing beside it. */
  public Standing(
      MergeRequest mergeRequest,
      Change change,
      Optional<Review> review,
      List<Decision> decisions,
      List<RolloutStanding> rollouts,
      List<Outdated> outdated) {
    this(mergeRequest, change, review, decisions, rollouts, outdated, Beside.NOTHING);
  }

  /** The review's verdict, made worse by what is wrong with the files themselves. */
  public Verdict verdict() {
    Verdict verdict = review.map(Review::verdict).orElse(Verdict.PASSED);
    for (Remark remark : change.remarks()) {
      verdict = verdict.max(of(remark.level()));
    }
    return verdict;
  }

  private static Verdict of(Remark.Level level) {
    return switch (level) {
      case ERROR -> Verdict.FAILED;
      case INCOMPLETE -> Verdict.INCOMPLETE;
      case INFO, WARNING -> Verdict.PASSED;
    };
  }

  public boolean passed() {
    return verdict() == Verdict.PASSED;
  }

  /** Whether everybody who must has approved, in every environment. */
  public boolean approved() {
    return decisions.stream().allMatch(Decision::approved);
  }
}
