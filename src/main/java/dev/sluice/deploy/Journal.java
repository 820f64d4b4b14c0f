package dev.sluice.deploy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.backup.RecordedBackup;
import java.util.List;
import java.util.Optional;

/**
 * Where a rollout writes down what happened, as it happens. Every write is fenced: it throws {@link
 * TakenOverException} when another worker has taken the lane over, and then nothing more may be
 * done on the target.
 */
public interface Journal {
  /** The steps recorded so far, by seq. */
  List<StepResult> steps(RolloutId rollout);

  /** Writes steps in one go, each in place of what was known about the same seq. */
  void record(RolloutId rollout, List<StepResult> steps);

  /** The schema before the rollout's first statement, as the first try saw it. */
  Optional<Snapshot> before(RolloutId rollout);

  /** Called at most once per rollout, before its first statement. */
  void recordBefore(RolloutId rollout, Snapshot snapshot);

  /** What is known of the rollout's backups, by seq. */
  List<RecordedBackup> backups(RolloutId rollout);

  /** Writes backups in one go, each in place of what was known about the same statement. */
  void recordBackups(RolloutId rollout, List<RecordedBackup> backups);

  /** Throws {@link TakenOverException} when the work was taken over; called before statements. */
  void checkStillOurs(RolloutId rollout);
}
