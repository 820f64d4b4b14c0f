package dev.sluice.deploy;

/** Where a statement of a rollout is. */
public enum StepState {
  PENDING,
  /** Begun and not known to have ended. */
  STARTED,
  /** Ran; for good only when the result says committed. */
  DONE,
  FAILED,
  /** Ran, then its transaction was taken back; nothing of it remains. */
  ROLLED_BACK,
  /** Left out because a person said so. */
  SKIPPED,
  /** It may or may not have run; a person decides (design law 6). */
  UNKNOWN
}
