package dev.sluice.store.record;

/** Where a rollout is. */
public enum RolloutState {
  /** Not allowed yet: approval, an earlier environment, a person's word. */
  WAITING,
  /** May run as soon as the earlier ones on its target are finished. */
  READY,
  RUNNING,
  DONE,
  FAILED,
  /** A statement may or may not have run; a person decides. */
  UNKNOWN,
  /** Stopped by a person in the middle. */
  CANCELLED,
  /** Left out by a person; holds nobody. */
  SKIPPED;

  /** Whether it ended before its end, and holds what comes behind. */
  public boolean stopped() {
    return this == FAILED || this == UNKNOWN || this == CANCELLED;
  }

  /** Whether later rollouts on the same target may go on. */
  public boolean finished() {
    return this == DONE || this == SKIPPED;
  }
}
