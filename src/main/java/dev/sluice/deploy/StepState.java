package dev.sluice.deploy;

/** Where a statement of a rollout is. */
public enum StepState {
  PENDING,
  /** Begun and not known to have ended; only non-transactional statements show it to others. */
  STARTED,
  DONE,
  FAILED,
  /** Left out because a person said so. */
  SKIPPED,
  /** It may or may not have run; a person decides (design law 6). */
  UNKNOWN
}
