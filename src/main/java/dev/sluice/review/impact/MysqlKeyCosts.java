package dev.sluice.review.impact;

import static dev.sluice.review.impact.MysqlAlgorithm.INDEX;
import static dev.sluice.review.impact.MysqlAlgorithm.SHARED_INDEX;
import static dev.sluice.review.impact.MysqlAlgorithm.SHARED_REBUILD;

import dev.sluice.catalog.Index;
import dev.sluice.sql.IndexKind;
import dev.sluice.sql.TableConstraint;
import java.util.List;

/** What indexes, keys and checks cost on InnoDB. */
final class MysqlKeyCosts {
  private MysqlKeyCosts() {}

  static MysqlCost index(IndexKind kind, MysqlTable table) {
    if (table.otherEngine()) {
      return MysqlCost.of(table.copy());
    }
    return MysqlCost.of(
        switch (kind) {
          case PLAIN -> INDEX;
          case SPATIAL -> SHARED_INDEX;
          // the first one needs a hidden column
          case FULLTEXT -> table.hasFulltext() ? SHARED_INDEX : SHARED_REBUILD;
        });
  }

  /** Neither calls it instant; MariaDB does it beside what is. */
  static MysqlCost dropIndex(MysqlTable table) {
    return table.mariadb()
        ? new MysqlCost(MysqlAlgorithm.FREEING, MysqlAlgorithm.NOTED)
        : MysqlCost.of(MysqlAlgorithm.NOTED);
  }

  static MysqlCost add(TableConstraint constraint, MysqlTable table) {
    if (constraint instanceof TableConstraint.PrimaryKey) {
      return MysqlCost.of(table.rebuild());
    }
    if (constraint instanceof TableConstraint.ForeignKey key) {
      return foreignKey(key, table);
    }
    if (constraint instanceof TableConstraint.Check) {
      return table.can(MysqlSince.CHECKS) ? MysqlCost.of(table.copy()) : MysqlCost.NOTE;
    }
    return index(
        constraint instanceof TableConstraint.Key key ? key.kind() : IndexKind.PLAIN, table);
  }

  /** Rows are only looked at where {@code foreign_key_checks} is on. */
  private static MysqlCost foreignKey(TableConstraint.ForeignKey key, MysqlTable table) {
    if (!table.catalog().keysUnchecked()) {
      return MysqlCost.of(table.copy());
    }
    boolean indexed =
        table.table().stream()
            .flatMap(t -> t.indexes().stream())
            .map(Index::columns)
            .anyMatch(c -> begins(c, key.columns()));
    return indexed ? table.noted() : MysqlCost.of(INDEX);
  }

  private static boolean begins(List<String> columns, List<String> with) {
    return columns.size() >= with.size() && columns.subList(0, with.size()).equals(with);
  }

  /**
   * @param replaced whether the same statement makes another primary key
   */
  static MysqlCost drop(String constraint, boolean replaced, MysqlTable table) {
    if (!constraint.equals("PRIMARY")) {
      return table.noted();
    }
    return MysqlCost.of(replaced ? table.rebuild() : table.copy());
  }
}
