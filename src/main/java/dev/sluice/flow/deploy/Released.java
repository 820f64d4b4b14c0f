package dev.sluice.flow.deploy;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Deployments;

/** Lets held rollouts of a merged change be asked about again, after somebody voted. */
public final class Released {
  private final StoreDatabase store;
  private final Advance advance;

  public Released(StoreDatabase store, Advance advance) {
    this.store = store;
    this.advance = advance;
  }

  public void after(Fence fence, MergeRequestId id) {
    store.update(fence, tx -> Deployments.of(tx, id).forEach(d -> advance.advance(tx, d.id())));
  }
}
