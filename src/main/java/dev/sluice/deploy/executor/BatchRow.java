package dev.sluice.deploy.executor;

import dev.sluice.bulk.BatchPlan.Position;
import java.util.Optional;

/**
 * How far a statement that runs in batches is, as the target remembers it.
 *
 * @param at the last key whose batch is committed; empty before the first batch
 * @param last the highest key when it began: rows behind it are none of ours
 * @param batches committed
 * @param seen rows gone through, as far as they were counted
 * @param changed rows changed
 */
record BatchRow(Optional<Position> at, Position last, long batches, long seen, long changed) {

  static BatchRow before(Position last) {
    return new BatchRow(Optional.empty(), last, 0, 0, 0);
  }

  BatchRow after(Position upTo, long walked, long rows) {
    return new BatchRow(Optional.of(upTo), last, batches + 1, seen + walked, changed + rows);
  }
}
