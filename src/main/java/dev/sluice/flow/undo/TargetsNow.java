package dev.sluice.flow.undo;

import dev.sluice.change.TargetName;
import dev.sluice.language.Message;
import dev.sluice.store.StoreDatabase;
import dev.sluice.target.TargetDatabase;
import java.util.Optional;
import java.util.function.Function;

/** The targets as they are now. */
public final class TargetsNow {
  private final MovedOn movedOn;

  public TargetsNow(StoreDatabase store, Function<TargetName, Optional<TargetDatabase>> targets) {
    this.movedOn = new MovedOn(store, targets);
  }

  Optional<Message> movedOn(Ran ran) {
    return movedOn.reason(ran);
  }
}
