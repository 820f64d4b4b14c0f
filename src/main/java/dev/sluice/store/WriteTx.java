package dev.sluice.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One write transaction; valid inside {@link StoreDatabase#write} only. Reads see its own writes.
 */
public final class WriteTx extends ReadTx {

  private final List<Runnable> afterCommit;

  WriteTx(Handle handle, StoreTime time, List<Runnable> afterCommit) {
    super(handle, time);
    this.afterCommit = afterCommit;
  }

  /** Runs once the transaction is on disk, never after a rollback. Must be quick and not fail. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }
}
