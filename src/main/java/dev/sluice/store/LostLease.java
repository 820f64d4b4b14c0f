package dev.sluice.store;

/** A worker that was too slow or presumed dead tried to write; nothing was written. */
public final class LostLease extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LostLease(Fence fence) {
    super("lane " + fence.lane() + " is no longer ours (token " + fence.token() + " is stale)");
  }
}
