package dev.sluice.deploy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.backup.RecordedBackup;
import java.time.Instant;
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

  /** What is to be seen of the statement that runs, in place of what was seen before. */
  void underway(RolloutId rollout, Underway seen);

  /** Who asked for an end through another process; asked while a statement runs or is waited. */
  Optional<String> cancelledBy(RolloutId rollout);

  /**
   * Something that the result note tells besides the statements.
   *
   * @param topic the same topic is told once, in its newest words
   */
  void remark(RolloutId rollout, String topic, String words);

  /** A gate does not let the rollout begin; returns since when that is so. */
  Instant heldBack(RolloutId rollout);

  /** Every gate is open. Returns since when one had been shut. */
  Optional<Instant> letThrough(RolloutId rollout);
}
