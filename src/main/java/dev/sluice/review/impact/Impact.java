package dev.sluice.review.impact;

import dev.sluice.sql.ObjectName;
import java.util.Comparator;
import java.util.Optional;

/**
 * What an action takes while it runs.
 *
 * @param lock in the engine's words; empty when none to speak of
 * @param table the table that is locked
 */
public record Impact(String lock, Blocks blocks, Work work, Optional<ObjectName> table) {
  static final Impact NONE = new Impact("", Blocks.NOTHING, Work.INSTANT, Optional.empty());

  /** The one that hurts more comes last. */
  static final Comparator<Impact> BY_WEIGHT =
      Comparator.comparing(Impact::blocks).thenComparing(Impact::work);

  static Impact on(ObjectName table, String lock, Blocks blocks, Work work) {
    return new Impact(lock, blocks, work, Optional.of(table));
  }
}
