package dev.sluice.review.impact;

import dev.sluice.review.TimeRange;
import dev.sluice.sql.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of a table a server gets through in a second.
 *
 * <p>The figures are those of {@code dev.sluice.benchmark.TablePace}: rows of some 90 bytes on
 * PostgreSQL 18 and MySQL 8.0 (MariaDB 11.4 is close to it), with 2 cores of a shared virtual
 * machine, the table mostly in memory. Measured on 2026-11-22: PostgreSQL checks 4.9 M rows (548
 * MB) a second, indexes 379 k of text to 1184 k of numbers, rewrites 303 k (34 MB), updates 187 k;
 * MySQL reads 936 k (100 MB), indexes 127 k to 312 k, rewrites 155 k in place and 181 k by copying
 * (17 to 19 MB), updates 85 k; MariaDB reads 1066 k, indexes 258 k to 790 k, rewrites 274 k and 295
 * k. A second run beside other work differed by up to 4. Other servers are faster or slower by
 * factors: see {@link #FASTER} and {@link #SLOWER}.
 *
 * @param rows in a second
 * @param bytes in a second, of the table without its indexes
 */
record Pace(double rows, double bytes) {
  /** A server with faster cores, several workers for one index, and the table in memory. */
  private static final double FASTER = 4;

  /** A busy server that reads the table from disk, with more indexes and wider rows. */
  private static final double SLOWER = 5;

  private static final double MB = 1 << 20;

  private static final Map<Work, Pace> POSTGRESQL =
      Map.of(
          Work.SCAN, new Pace(4.9e6, 550 * MB),
          Work.INDEX_BUILD, new Pace(670e3, 75 * MB),
          Work.REWRITE, new Pace(300e3, 34 * MB),
          Work.ROWS, new Pace(190e3, Double.MAX_VALUE));

  private static final Map<Work, Pace> MYSQL =
      Map.of(
          Work.SCAN, new Pace(940e3, 100 * MB),
          Work.INDEX_BUILD, new Pace(250e3, 27 * MB),
          Work.REWRITE, new Pace(180e3, 19 * MB),
          Work.ROWS, new Pace(85e3, Double.MAX_VALUE));

  private static final long SECOND = 1_000;

  /** Empty for work that does not grow with the table, for an unknown size, and on SQLite. */
  static Optional<TimeRange> of(Work work, TableSize size, Dialect dialect) {
    return work.growsWithTable() && size.known()
        ? Optional.ofNullable(of(dialect).get(work)).map(p -> p.over(size.rows(), size.bytes()))
        : Optional.empty();
  }

  /** To change so many rows. */
  static Optional<TimeRange> toChange(long rows, Dialect dialect) {
    return Optional.ofNullable(of(dialect).get(Work.ROWS))
        .map(p -> p.over(OptionalLong.of(rows), OptionalLong.empty()));
  }

  private static Map<Work, Pace> of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> POSTGRESQL;
      case MYSQL, MARIADB -> MYSQL;
      case SQLITE -> Map.of();
    };
  }

  /** Many short rows or few long ones: what takes longer counts. */
  private TimeRange over(OptionalLong manyRows, OptionalLong manyBytes) {
    double seconds = Math.max(manyRows.orElse(0) / rows, manyBytes.orElse(0) / bytes);
    return new TimeRange(
        Math.round(seconds / FASTER * SECOND), Math.round(seconds * SLOWER * SECOND));
  }
}
