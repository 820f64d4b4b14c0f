package dev.sluice.flow.drift;

import dev.sluice.catalog.Snapshot;
import dev.sluice.language.Message;
import dev.sluice.store.record.Drifts;

/** What came of a look at a target. */
sealed interface Seen {
  record AsExpected() implements Seen {}

  /**
   * @param gap as it is recorded
   * @param diff unified text
   */
  record Drifted(Snapshot found, Drifts.Gap gap, String diff) implements Seen {}

  record NotCompared(Message why) implements Seen {}
}
