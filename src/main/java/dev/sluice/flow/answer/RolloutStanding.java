package dev.sluice.flow.answer;

import dev.sluice.change.TargetName;
import dev.sluice.store.record.RolloutState;

/**
 * Where a change is on one target.
 *
 * @param note what it waits for, or how it ended
 */
public record RolloutStanding(TargetName target, RolloutState state, String note) {
  /** Whether later changes may pass. */
  public boolean finished() {
    return state.finished();
  }

  /** Whether a person has to do something before anything more happens here. */
  public boolean stuck() {
    return state == RolloutState.FAILED
        || state == RolloutState.UNKNOWN
        || state == RolloutState.CANCELLED;
  }

  public String label() {
    return switch (state) {
      case WAITING -> "⏳ waiting";
      case READY -> "⏳ queued";
      case RUNNING -> "▶️ running";
      case DONE -> "✅ deployed";
      case FAILED -> "❌ failed";
      case UNKNOWN -> "❓ unknown";
      case CANCELLED -> "⏹️ cancelled";
      case SKIPPED -> "⏭️ skipped";
    };
  }
}
