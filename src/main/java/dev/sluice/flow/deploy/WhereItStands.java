package dev.sluice.flow.deploy;

import dev.sluice.approval.Decision;
import dev.sluice.change.Change;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.ReviewChange;
import dev.sluice.flow.answer.AfterMerge;
import dev.sluice.flow.answer.RolloutStanding;
import dev.sluice.flow.answer.Standing;
import dev.sluice.flow.approve.Approving;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.Discussions;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutTimings;
import dev.sluice.store.record.Rollouts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a merged change is: on which targets, what the others wait for, who must still approve. */
public final class WhereItStands implements AfterMerge {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final ReviewChange reviewChange;
  private final Approving approving;
  private final Discussions discussions;
  private final Pipeline pipeline;

  public WhereItStands(
      StoreDatabase store,
      Supplier<Landscape> landscape,
      ReviewChange reviewChange,
      Approving approving,
      Discussions discussions,
      Pipeline pipeline) {
    this.store = store;
    this.landscape = landscape;
    this.reviewChange = reviewChange;
    this.approving = approving;
    this.discussions = discussions;
    this.pipeline = pipeline;
  }

  @Override
  public Optional<Standing> standing(MergeRequest mr) {
    List<RecordedDeployment> deployments = store.read(tx -> Deployments.of(tx, mr.id()));
    if (deployments.isEmpty()) {
      return Optional.empty();
    }
    RecordedDeployment last = deployments.get(deployments.size() - 1);
    Change change = store.read(tx -> Changes.find(tx, mr.id(), last.digest())).orElseThrow();
    List<RecordedRollout> rollouts = store.read(tx -> Rollouts.of(tx, last.id()));
    List<RolloutStanding> standings =
        store.read(tx -> rollouts.stream().map(r -> standing(tx, r)).toList());
    List<Decision> decisions = decisions(mr, change, rollouts);
    return Optional.of(
        new Standing(
            mr,
            change,
            Optional.empty(),
            decisions,
            standings,
            approving.outdated(mr.id(), change, decisions)));
  }

  /** Only targets that have not begun: on the others the statements would meet themselves. */
  private List<Decision> decisions(MergeRequest mr, Change change, List<RecordedRollout> rollouts) {
    List<TargetName> untouched =
        rollouts.stream()
            .filter(r -> r.state() == RolloutState.WAITING || r.state() == RolloutState.READY)
            .map(RecordedRollout::target)
            .filter(t -> landscape.get().dialectOf(t).isPresent())
            .toList();
    if (untouched.isEmpty()) {
      return List.of();
    }
    Review review = reviewChange.review(change, untouched, false);
    return approving.judge(mr, change, review.targets(), discussions.discussions(mr.id()));
  }

  private RolloutStanding standing(ReadTx tx, RecordedRollout rollout) {
    return new RolloutStanding(rollout.target(), rollout.state(), note(tx, rollout));
  }

  /** The words of the decision itself; where nothing keeps it, what its last try said. */
  private Message note(ReadTx tx, RecordedRollout rollout) {
    if (rollout.state() == RolloutState.RUNNING) {
      return ComposeProgress.line(ComposeProgress.Facts.read(tx, rollout));
    }
    Message last = Message.text(rollout.reason());
    boolean open = rollout.state() == RolloutState.WAITING || rollout.state() == RolloutState.READY;
    Message note = open ? pipeline.ask(tx, rollout).words().orElse(last) : last;
    return RolloutTimings.of(tx, rollout.id())
        .rush()
        .map(
            w ->
                rollout.reason().isEmpty() && note.equals(last)
                    ? Message.of(
                        "not by windows and freezes, by order of %s: %s", w.by(), w.reason())
                    : note)
        .orElse(note);
  }
}
