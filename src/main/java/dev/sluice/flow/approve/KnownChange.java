package dev.sluice.flow.approve;

import dev.sluice.change.Change;
import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.MergeRequestStates;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.SeenMergeRequest;
import java.util.List;
import java.util.Optional;

/** The content of a merge request that a vote or a command is about. */
public final class KnownChange {
  private final StoreDatabase store;

  public KnownChange(StoreDatabase store) {
    this.store = store;
  }

  /** What landed, once it has; else what was reviewed last. */
  public Optional<Change> latest(MergeRequestId id) {
    return store.read(
        tx -> {
          List<RecordedDeployment> landed = Deployments.of(tx, id);
          Optional<Digest> digest =
              landed.isEmpty()
                  ? MergeRequestStates.find(tx, id).flatMap(SeenMergeRequest::digest)
                  : Optional.of(landed.get(landed.size() - 1).digest());
          return digest.flatMap(d -> Changes.find(tx, id, d));
        });
  }
}
