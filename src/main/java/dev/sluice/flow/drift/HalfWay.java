package dev.sluice.flow.drift;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.StepState;
import dev.sluice.language.Message;
import dev.sluice.store.ReadTx;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.Rollouts;
import java.util.Optional;

/** Whether a rollout of ours is in the middle: what it has done so far is no drift. */
final class HalfWay {
  private HalfWay() {}

  static Optional<Message> of(ReadTx tx, TargetName target) {
    return Rollouts.unfinished(tx, target).stream()
        .filter(r -> begun(tx, r))
        .findFirst()
        .map(r -> words(tx, r));
  }

  private static boolean begun(ReadTx tx, RecordedRollout rollout) {
    return rollout.state() == RolloutState.RUNNING
        || RolloutSteps.of(tx, rollout.id()).stream()
            .anyMatch(
                s ->
                    s.committed()
                        || s.state() == StepState.UNKNOWN
                        || s.state() == StepState.STARTED);
  }

  private static Message words(ReadTx tx, RecordedRollout rollout) {
    long iid = Deployments.find(tx, rollout.deployment()).orElseThrow().mergeRequest().iid();
    return Message.of(
        "!%s is in the middle of its way there (%s): its own statements would look like drift",
        iid, Message.text(rollout.state().name().toLowerCase(java.util.Locale.ROOT)));
  }
}
