package dev.sluice.flow.approve;

import dev.sluice.approval.Vote;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Votes;
import java.util.Locale;

/** Records one person's vote, given with a command. */
public final class CastVote {
  private final StoreDatabase store;

  public CastVote(StoreDatabase store) {
    this.store = store;
  }

  public void cast(Fence fence, MergeRequestId id, Vote vote) {
    store.update(
        fence,
        tx -> {
          if (Votes.cast(tx, id, vote)) {
            String action = "vote." + vote.answer().name().toLowerCase(Locale.ROOT);
            Ledger.append(tx, CollectVotes.entry(tx, id, vote, action));
          }
        });
  }
}
