package dev.sluice.deploy;

/** Sluice's own number of a rollout: one change on its way to one target. */
public record RolloutId(long value) {
  @Override
  public String toString() {
    return "#" + value;
  }
}
