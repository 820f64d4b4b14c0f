package dev.sluice.review.impact;

/**
 * What one clause of an ALTER TABLE costs. A statement is carried out by one algorithm: a clause
 * that would be instant alone rebuilds the table next to one that is not.
 *
 * @param alone at best
 * @param together next to a clause that is not instant, and where the statement says {@code
 *     ALGORITHM=INPLACE}
 */
record MysqlCost(MysqlAlgorithm alone, MysqlAlgorithm together) {
  /** Needs a note in the dictionary, whatever stands beside it. */
  static final MysqlCost NOTE = new MysqlCost(MysqlAlgorithm.INSTANT, MysqlAlgorithm.NOTED);

  static MysqlCost of(MysqlAlgorithm algorithm) {
    return new MysqlCost(algorithm, algorithm);
  }

  MysqlCost max(MysqlCost other) {
    boolean instant = isInstant() && other.isInstant();
    MysqlAlgorithm both = together.max(other.together);
    return new MysqlCost(instant ? alone.max(other.alone) : both, both);
  }

  /** Whether it leaves what stands beside it as cheap as it is. */
  boolean isInstant() {
    return alone.compareTo(MysqlAlgorithm.FREEING) <= 0;
  }
}
