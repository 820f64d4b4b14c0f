package dev.sluice.review.impact;

import static dev.sluice.review.impact.Blocks.NOTHING;
import static dev.sluice.review.impact.Blocks.READS_AND_WRITES;
import static dev.sluice.review.impact.Blocks.WRITES;

import dev.sluice.sql.ObjectName;

/** How InnoDB carries out a change of a table, from the cheapest to the dearest. */
enum MysqlAlgorithm {
  /** Metadata only. */
  INSTANT("metadata lock", READS_AND_WRITES, Work.INSTANT, "INSTANT"),
  /** Metadata and the pages of an index; MariaDB calls it NOCOPY. */
  FREEING("metadata lock", READS_AND_WRITES, Work.INSTANT, "NOCOPY"),
  /** Metadata only as well, but not by {@code ALGORITHM=INSTANT}. */
  NOTED("metadata lock", READS_AND_WRITES, Work.INSTANT, "NOCOPY"),
  /** Builds an index while writers go on. */
  INDEX("metadata lock, in place", NOTHING, Work.INDEX_BUILD, "NOCOPY"),
  /** Writes the table anew in place while writers go on. */
  REBUILD("metadata lock, in place", NOTHING, Work.REWRITE, "INPLACE"),
  /** MariaDB copies row by row and catches up with the writers. */
  ONLINE_COPY("table copy, LOCK=NONE", NOTHING, Work.REWRITE, "COPY"),
  /** Builds an index in place, but writers wait. */
  SHARED_INDEX("in place, LOCK=SHARED", WRITES, Work.INDEX_BUILD, "NOCOPY"),
  /** Writes the table anew in place, but writers wait. */
  SHARED_REBUILD("in place, LOCK=SHARED", WRITES, Work.REWRITE, "INPLACE"),
  /** Copies the table row by row; writers wait. */
  COPY("table copy, LOCK=SHARED", WRITES, Work.REWRITE, "COPY");

  private final String lock;
  private final Blocks blocks;
  private final Work work;
  private final String word;

  MysqlAlgorithm(String lock, Blocks blocks, Work work, String word) {
    this.lock = lock;
    this.blocks = blocks;
    this.work = work;
    this.word = word;
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

  /** The cheapest that a statement can ask for behind {@code ALGORITHM=}, in MariaDB's words. */
  String word() {
    return word;
  }

  Work work() {
    return work;
  }
}
