package dev.sluice.flow.deploy;

import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.RolloutId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rollouts that run in this process now, so that a command can stop them. */
public final class Running {
  private final Map<RolloutId, Cancellation> now = new ConcurrentHashMap<>();

  Cancellation begin(RolloutId id) {
    return now.computeIfAbsent(id, k -> new Cancellation());
  }

  void end(RolloutId id) {
    now.remove(id);
  }

  /** False when it does not run here. */
  public boolean cancel(RolloutId id, String by) {
    Cancellation cancellation = now.get(id);
    if (cancellation == null) {
      return false;
    }
    cancellation.request(by);
    return true;
  }
}
