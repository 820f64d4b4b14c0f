package dev.sluice.store.record;

/**
 * Where a rollout stands in its group.
 *
 * @param wave 0 for a canary
 * @param failures how often it has stopped because of an error
 */
public record GroupPlace(int wave, int failures) {
  /** Of a rollout that was not drawn up in a group. */
  public static final GroupPlace NONE = new GroupPlace(1, 0);
}
