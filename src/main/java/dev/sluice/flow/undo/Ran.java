package dev.sluice.flow.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.Change;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.store.ReadTx;
import dev.sluice.store.record.Backups;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollbacks;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.SchemaSnapshots;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is on record of a rollout that may be taken back.
 *
 * @param committed seqs of the statements whose effect is for good, of scripts not taken back yet
 */
public record Ran(
    RecordedRollout rollout,
    RecordedDeployment deployment,
    Change change,
    List<Integer> committed,
    Optional<Snapshot> before,
    Optional<Snapshot> after,
    List<RecordedBackup> backups) {
  public Ran {
    committed = List.copyOf(committed);
    backups = List.copyOf(backups);
  }

  public static Ran of(ReadTx tx, RecordedRollout rollout) {
    RecordedDeployment deployment = Deployments.find(tx, rollout.deployment()).orElseThrow();
    Set<String> undone = Rollbacks.undone(tx, rollout.id());
    return new Ran(
        rollout,
        deployment,
        Changes.find(tx, deployment.mergeRequest(), deployment.digest()).orElseThrow(),
        RolloutSteps.of(tx, rollout.id()).stream()
            .filter(StepResult::committed)
            .filter(s -> !undone.contains(s.path()))
            .map(StepResult::seq)
            .toList(),
        snapshot(tx, rollout.run().before()),
        snapshot(tx, rollout.run().after()),
        Backups.of(tx, rollout.id()));
  }

  private static Optional<Snapshot> snapshot(ReadTx tx, OptionalLong id) {
    return id.isPresent() ? SchemaSnapshots.find(tx, id.getAsLong()) : Optional.empty();
  }
}
