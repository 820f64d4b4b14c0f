package dev.sluice.flow.drift;

import dev.sluice.change.TargetName;

/**
 * Something that people would like to hear in chat.
 *
 * @param diff as it may be shown; empty when the difference is gone
 * @param issue its web address; empty when none is open
 */
public record DriftNews(TargetName target, Kind kind, String diff, String issue) {
  /** What happened. */
  public enum Kind {
    APPEARED,
    CHANGED,
    GONE
  }
}
