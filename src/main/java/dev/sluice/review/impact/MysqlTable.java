package dev.sluice.review.impact;

import static dev.sluice.review.impact.MysqlAlgorithm.COPY;
import static dev.sluice.review.impact.MysqlAlgorithm.REBUILD;
import static dev.sluice.review.impact.MysqlAlgorithm.SHARED_REBUILD;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Column;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.IndexKind;
import dev.sluice.sql.ObjectName;
import java.util.Optional;
import java.util.Set;

/** What of a table decides by which algorithm it is changed; an unknown table has no oddities. */
record MysqlTable(Catalog catalog, Optional<Table> table) {
  private static final Set<Generation> COMPUTED = Set.of(Generation.STORED, Generation.VIRTUAL);

  static MysqlTable of(ObjectName name, Catalog catalog) {
    return new MysqlTable(catalog, catalog.table(name));
  }

  boolean mariadb() {
    return catalog.dialect() == Dialect.MARIADB;
  }

  boolean can(MysqlSince feature) {
    return feature.in(catalog);
  }

  /** A note in the dictionary that MySQL does not call instant. */
  MysqlCost noted() {
    return mariadb() ? MysqlCost.NOTE : MysqlCost.of(MysqlAlgorithm.NOTED);
  }

  Optional<Column> column(String name) {
    return table.flatMap(t -> t.column(name));
  }

  /** MariaDB lets writers go on, if it is new enough. */
  MysqlAlgorithm copy() {
    return can(MysqlSince.ONLINE_COPY) ? MysqlAlgorithm.ONLINE_COPY : COPY;
  }

  /** The table written anew, its columns staying the same. */
  MysqlAlgorithm rebuild() {
    if (hasFulltext()) {
      return mariadb() ? SHARED_REBUILD : COPY;
    }
    return mariadb() && hasIndexOnVirtual() ? SHARED_REBUILD : REBUILD;
  }

  /** The table written anew with a column more, less or elsewhere. */
  MysqlAlgorithm rebuildWithOtherColumns() {
    return hasComputed() ? copy() : rebuild();
  }

  /** Whether new and dropped columns are never instant, whatever the version. */
  boolean refusesInstant() {
    return hasFulltext()
        || (mariadb() && hasIndexOnVirtual())
        || table
            .flatMap(Table::storage)
            .filter(s -> s.rowFormat().equals("compressed"))
            .isPresent();
  }

  boolean otherEngine() {
    return table
        .flatMap(Table::storage)
        .filter(s -> !s.engine().isEmpty() && !s.engine().equals("innodb"))
        .isPresent();
  }

  boolean hasFulltext() {
    return table.stream()
        .flatMap(t -> t.indexes().stream())
        .anyMatch(i -> i.kind() == IndexKind.FULLTEXT);
  }

  boolean indexed(String column) {
    return table.stream()
        .flatMap(t -> t.indexes().stream())
        .anyMatch(i -> i.columns().contains(column));
  }

  /** Whether it has a generated column. */
  boolean hasComputed() {
    return table.stream()
        .flatMap(t -> t.columns().stream())
        .anyMatch(c -> COMPUTED.contains(c.generation()));
  }

  private boolean hasIndexOnVirtual() {
    return table.stream().flatMap(t -> t.indexes().stream()).anyMatch(this::isOnVirtual);
  }

  private boolean isOnVirtual(Index index) {
    return index.columns().stream()
        .anyMatch(c -> column(c).filter(k -> k.generation() == Generation.VIRTUAL).isPresent());
  }
}
