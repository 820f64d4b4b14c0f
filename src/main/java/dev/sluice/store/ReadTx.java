package dev.sluice.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** A consistent look at the store; valid inside {@link StoreDatabase#read} only. */
public class ReadTx {

  private final Handle handle;
  private final StoreTime time;

  ReadTx(Handle handle, StoreTime time) {
    this.handle = handle;
    this.time = time;
  }

  /** For the table classes of {@code store} alone; everybody else calls those. */
  public Handle handle() {
    return handle;
  }

  /** The store's time: leases and due times of all replicas are measured by it. */
  public Instant now() {
    return time.now();
  }
}
