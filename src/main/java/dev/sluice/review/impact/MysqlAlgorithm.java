package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Column;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.ModifyColumn;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint;
import java.util.Optional;

/** How InnoDB carries out a change of a table, from the cheapest to the dearest. */
enum MysqlAlgorithm {
  /** Metadata only. */
  INSTANT,
  /** Builds an index while writers go on. */
  INDEX,
  /** Writes the table anew in place while writers go on. */
  REBUILD,
  /** In place, but writers wait. */
  SHARED,
  /** Copies the table row by row; writers wait. */
  COPY;

  static MysqlAlgorithm addColumn(AddColumn action, Catalog catalog) {
    ColumnDefinition column = action.column();
    if (column.generation() == Generation.STORED) {
      return COPY;
    }
    if (column.generation() == Generation.IDENTITY) {
      return SHARED;
    }
    MysqlAlgorithm worst =
        column.defaultExpression().filter(e -> e.startsWith("(")).isPresent()
            ? COPY
            : newColumn(catalog);
    for (TableConstraint constraint : column.constraints()) {
      boolean check = constraint instanceof TableConstraint.Check;
      MysqlAlgorithm own = check ? INSTANT : addConstraint(constraint);
      worst = own.compareTo(worst) > 0 ? own : worst;
    }
    return worst;
  }

  /**
   * At the end since MySQL 8.0.12, anywhere since 8.0.29 (a target's version says no more than 8.0:
   * it counts as a current one); MariaDB since 10.3.
   */
  private static MysqlAlgorithm newColumn(Catalog catalog) {
    return atLeast(catalog, 8, 0, 10, 3) ? INSTANT : REBUILD;
  }

  static MysqlAlgorithm dropColumn(Catalog catalog) {
    return atLeast(catalog, 8, 0, 10, 4) ? INSTANT : REBUILD;
  }

  static MysqlAlgorithm addConstraint(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey) {
      return REBUILD;
    }
    boolean copies =
        constraint instanceof TableConstraint.ForeignKey
            || constraint instanceof TableConstraint.Check;
    return copies ? COPY : INDEX;
  }

  static MysqlAlgorithm dropConstraint(String name) {
    return name.equals("PRIMARY") ? COPY : INSTANT;
  }

  /** An unknown old column counts as another type. */
  static MysqlAlgorithm modify(ModifyColumn action, Catalog catalog) {
    ColumnDefinition after = action.definition();
    Optional<Column> before = catalog.table(action.table()).flatMap(t -> t.column(action.column()));
    if (before.isEmpty() || !MysqlTypes.sameStorage(before.get().type(), after.type())) {
      return COPY;
    }
    if (before.get().generation() != after.generation()) {
      return after.generation() == Generation.NONE ? REBUILD : COPY;
    }
    return before.get().nullable() == after.notNull() ? REBUILD : INSTANT;
  }

  /** Clauses about the whole table, by the verb that the reader gives them. */
  static Optional<MysqlAlgorithm> of(OtherDdl ddl) {
    return Optional.ofNullable(
        switch (ddl.verb()) {
          case "COPY", "CONVERT", "PARTITION" -> COPY;
          case "REORGANIZE" -> SHARED;
          case "REBUILD", "OPTIMIZE" -> REBUILD;
          case "LOCK" -> SHARED;
          case "ALTER", "RENAME", "ADD", "DROP", "TRUNCATE" ->
              ddl.objectType().startsWith("TABLE") || ddl.objectType().equals("PARTITION")
                  ? INSTANT
                  : null;
          default -> null;
        });
  }

  private static boolean atLeast(
      Catalog catalog, int major, int minor, int mariadbMajor, int mariadbMinor) {
    boolean mariadb = catalog.dialect() == Dialect.MARIADB;
    return catalog
        .version()
        .map(v -> mariadb ? v.atLeast(mariadbMajor, mariadbMinor) : v.atLeast(major, minor))
        .orElse(true);
  }
}
