package dev.sluice.store.lanes;

import dev.sluice.store.Fence;

/** Does the work of one kind of item. Runs at least once per item: effects must be idempotent. */
@FunctionalInterface
public interface WorkHandler {

  /**
   * An exception counts as a retry with the error recorded.
   *
   * @param fence to be checked in every write of this work
   */
  Outcome handle(WorkItem item, Fence fence) throws Exception;
}
