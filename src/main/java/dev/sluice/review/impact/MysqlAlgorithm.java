package dev.sluice.review.impact;

import static dev.sluice.review.impact.Blocks.NOTHING;
import static dev.sluice.review.impact.Blocks.READS_AND_WRITES;
import static dev.sluice.review.impact.Blocks.WRITES;

import dev.sluice.sql.ObjectName;

/** How InnoDB carries out a change of a table, from the cheapest to the dearest. */
enum MysqlAlgorithm {
  /** Metadata only. */
  INSTANT("metadata lock", READS_AND_WRITES, Work.INSTANT),
  /** Builds an index while writers go on. */
  INDEX("metadata lock, in place", NOTHING, Work.INDEX_BUILD),
  /** Writes the table anew in place while writers go on. */
  REBUILD("metadata lock, in place", NOTHING, Work.REWRITE),
  /** MariaDB copies row by row and catches up with the writers. */
  ONLINE_COPY("table copy, LOCK=NONE", NOTHING, Work.REWRITE),
  /** Builds an index in place, but writers wait. */
  SHARED_INDEX("in place, LOCK=SHARED", WRITES, Work.INDEX_BUILD),
  /** Writes the table anew in place, but writers wait. */
  SHARED_REBUILD("in place, LOCK=SHARED", WRITES, Work.REWRITE),
  /** Copies the table row by row; writers wait. */
  COPY("table copy, LOCK=SHARED", WRITES, Work.REWRITE);

  private final String lock;
  private final Blocks blocks;
  private final Work work;

  MysqlAlgorithm(String lock, Blocks blocks, Work work) {
    this.lock = lock;
    this.blocks = blocks;
    this.work = work;
  }

  Impact on(ObjectName table) {
    return Impact.on(table, lock, blocks, work);
  }

  MysqlAlgorithm max(MysqlAlgorithm other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Blocks blocks() {
    return blocks;
  }

  Work work() {
    return work;
  }
}
