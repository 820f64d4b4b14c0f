package dev.sluice.flow.deploy;

import dev.sluice.flow.Landscape;
import dev.sluice.flow.Work;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets rollouts go on that may: their environment deploys by itself or a person said so, the
 * environment before has the change, and on their target it is their turn.
 */
public final class Advance {
  private final Supplier<Landscape> landscape;
  private final Work work;

  public Advance(Supplier<Landscape> landscape, Work work) {
    this.landscape = landscape;
    this.work = work;
  }

  /** In the transaction of whatever changed: a merge, a result, a vote, a command. */
  public void advance(WriteTx tx, long deployment) {
    List<RecordedRollout> rollouts = Rollouts.of(tx, deployment);
    for (RecordedRollout rollout : rollouts) {
      if (rollout.state() == RolloutState.WAITING && earlierIn(rollout, rollouts).isEmpty()) {
        starter(rollout).ifPresent(by -> Rollouts.allow(tx, rollout.id(), by));
      }
      wake(tx, rollout);
    }
  }

  /** Wakes whichever rollout is next on the target of this one. */
  public void wake(WriteTx tx, RecordedRollout rollout) {
    Rollouts.next(tx, rollout.target())
        .filter(r -> r.state() == RolloutState.READY || r.state() == RolloutState.RUNNING)
        .ifPresent(r -> work.rollout(tx, r.target(), r.id()));
  }

  /** Has the merge request looked at, so that its summary tells the news. */
  public void tend(WriteTx tx, MergeRequestId id) {
    work.tend(tx, id);
  }

  /** The rollouts in the environment before that are not finished: they come first. */
  public List<RecordedRollout> earlierIn(
      RecordedRollout rollout, List<RecordedRollout> ofDeployment) {
    Optional<String> before = landscape.get().before(rollout.target().environment());
    return ofDeployment.stream()
        .filter(r -> r.target().database().equals(rollout.target().database()))
        .filter(r -> before.filter(r.target().environment()::equals).isPresent())
        .filter(r -> !r.state().finished())
        .toList();
  }

  /** Who starts it: the merge, or the person who asked for it before it was held. */
  private Optional<String> starter(RecordedRollout rollout) {
    if (!rollout.run().by().isEmpty()) {
      return Optional.of(rollout.run().by());
    }
    return landscape.get().deploysOnMerge(rollout.target().environment())
        ? Optional.of("merge")
        : Optional.empty();
  }
}
