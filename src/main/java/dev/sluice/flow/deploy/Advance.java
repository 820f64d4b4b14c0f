package dev.sluice.flow.deploy;

import dev.sluice.change.TargetName;
import dev.sluice.flow.Work;
import dev.sluice.flow.group.Verdict;
import dev.sluice.flow.pipeline.MayStart;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.flow.schema.WriteBackDue;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets rollouts go on that {@link Pipeline may}, and looks again when the others may. */
public final class Advance {
  /** Who starts what deploys by itself. */
  static final String MERGE = "merge";

  private final Pipeline pipeline;
  private final Work work;
  private final WriteBackDue writeBack;

  public Advance(Pipeline pipeline, Work work, WriteBackDue writeBack) {
    this.pipeline = pipeline;
    this.work = work;
    this.writeBack = writeBack;
  }

  /** In the transaction of whatever changed: a merge, a result, a vote, a command, the time. */
  public void advance(WriteTx tx, long deployment) {
    List<RecordedRollout> all = Rollouts.of(tx, deployment);
    Map<TargetName, Verdict> waves = pipeline.plan(tx, all);
    for (RecordedRollout rollout : all) {
      if (rollout.state() == RolloutState.WAITING) {
        consider(tx, rollout, Optional.ofNullable(waves.get(rollout.target())));
      }
      wake(tx, rollout);
    }
    writeBack.look(tx, deployment);
  }

  /** Whom its group has wait need not be asked about further: there may be hundreds. */
  private void consider(WriteTx tx, RecordedRollout rollout, Optional<Verdict> wave) {
    if (wave.isPresent() && wave.get() instanceof Verdict.Soak soak) {
      lookAgain(tx, rollout, soak.until());
    } else if (wave.isEmpty() || wave.get() instanceof Verdict.Start) {
      consider(tx, rollout);
    }
  }

  /** Whether it may start now, and else what it waits for. */
  MayStart ask(ReadTx tx, RecordedRollout rollout) {
    return pipeline.ask(tx, rollout);
  }

  private void consider(WriteTx tx, RecordedRollout rollout) {
    MayStart answer = pipeline.ask(tx, rollout);
    if (answer instanceof MayStart.Start || answer instanceof MayStart.InLine) {
      Rollouts.allow(tx, rollout.id(), starter(rollout));
    } else if (answer instanceof MayStart.Wait wait) {
      wait.until().ifPresent(until -> lookAgain(tx, rollout, until));
    }
  }

  private void lookAgain(WriteTx tx, RecordedRollout rollout, Instant at) {
    long deployment = rollout.deployment();
    MergeRequestId mr = Deployments.find(tx, deployment).orElseThrow().mergeRequest();
    work.advance(tx, mr, deployment, at);
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

  /** Who starts it: the person who asked for it, else the merge. */
  private static String starter(RecordedRollout rollout) {
    return rollout.run().by().isEmpty() ? MERGE : rollout.run().by();
  }
}
