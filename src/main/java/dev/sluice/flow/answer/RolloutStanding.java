package dev.sluice.flow.answer;

import dev.sluice.change.TargetName;
import dev.sluice.language.Message;
import dev.sluice.store.record.RolloutState;

/**
 * Where a change is on one target.
 *
 * @param note what it waits for, or how it ended
 */
public record RolloutStanding(TargetName target, RolloutState state, Message note) {
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

  public Message label() {
    return switch (state) {
      case WAITING -> Message.of("⏳ waiting");
      case READY -> Message.of("⏳ queued");
      case RUNNING -> Message.of("▶️ running");
      case DONE -> Message.of("✅ deployed");
      case FAILED -> Message.of("❌ failed");
      case UNKNOWN -> Message.of("❓ unknown");
      case CANCELLED -> Message.of("⏹️ cancelled");
      case SKIPPED -> Message.of("⏭️ skipped");
    };
  }
}
