package dev.sluice.flow.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.TargetName;
import dev.sluice.language.Message;
import dev.sluice.store.StoreDatabase;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.util.Optional;
import java.util.function.Function;

/** The targets as they are now. */
public final class TargetsNow {
  private final MovedOn movedOn;
  private final Function<TargetName, Optional<TargetDatabase>> targets;

  public TargetsNow(StoreDatabase store, Function<TargetName, Optional<TargetDatabase>> targets) {
    this.movedOn = new MovedOn(store, targets);
    this.targets = targets;
  }

  /** The schema now; empty when it cannot be read, which the review tells by itself. */
  Optional<Snapshot> snapshot(TargetName name) {
    Optional<TargetDatabase> target = targets.apply(name);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    return target.get().lookAtSchemaForReview() instanceof Looked.Seen<Snapshot> seen
        ? Optional.of(seen.result())
        : Optional.empty();
  }

  /** Why it cannot be taken back now; empty when it can. */
  public Optional<Message> movedOn(Ran ran) {
    return movedOn.reason(ran);
  }
}
