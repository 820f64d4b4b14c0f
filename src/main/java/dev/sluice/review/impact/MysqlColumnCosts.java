package dev.sluice.review.impact;

import static dev.sluice.review.impact.MysqlAlgorithm.COPY;
import static dev.sluice.review.impact.MysqlAlgorithm.INSTANT;
import static dev.sluice.review.impact.MysqlAlgorithm.SHARED_REBUILD;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.DropColumn;
import dev.sluice.sql.Action.ModifyColumn;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What new, dropped and changed columns cost on InnoDB. */
final class MysqlColumnCosts {
  private static final Set<Generation> COMPUTED = Set.of(Generation.STORED, Generation.VIRTUAL);

  /** A literal, a bare word, or the clock: the same value for every row. */
  private static final Pattern ONE_VALUE =
      Pattern.compile(
          "(?is)['\"].*|[bxn]'.*|[^(]*|(current_timestamp|now|localtime|localtimestamp)\\s*\\(.*");

  private MysqlColumnCosts() {}

  static MysqlCost add(AddColumn action, Catalog catalog) {
    MysqlTable table = MysqlTable.of(action.table(), catalog);
    MysqlCost cost = column(action.column(), table);
    for (TableConstraint constraint : action.column().constraints()) {
      cost = cost.max(constraint(constraint, table));
    }
    return table.otherEngine() ? MysqlCost.of(table.copy()) : cost;
  }

  private static MysqlCost column(ColumnDefinition column, MysqlTable table) {
    if (column.generation() == Generation.STORED) {
      return MysqlCost.of(table.copy());
    }
    if (column.generation() == Generation.VIRTUAL) {
      return MysqlCost.NOTE;
    }
    if (column.generation() == Generation.IDENTITY) {
      return MysqlCost.of(SHARED_REBUILD);
    }
    boolean computed =
        column.defaultExpression().filter(e -> !ONE_VALUE.matcher(e).matches()).isPresent();
    if (computed) {
      return MysqlCost.of(table.copy());
    }
    boolean atEnd = isAtEnd(column, table);
    boolean possible =
        table.can(atEnd ? MysqlSince.INSTANT_COLUMN : MysqlSince.INSTANT_COLUMN_ANYWHERE);
    MysqlAlgorithm rebuild = atEnd ? table.rebuild() : table.rebuildWithOtherColumns();
    boolean between = !atEnd && table.mariadb() && table.hasComputed();
    return possible && !between && !table.refusesInstant()
        ? new MysqlCost(INSTANT, rebuild)
        : MysqlCost.of(rebuild);
  }

  private static boolean isAtEnd(ColumnDefinition column, MysqlTable table) {
    Optional<String> after = column.layout().after();
    List<Column> columns = table.table().map(Table::columns).orElse(List.of());
    boolean behindLast =
        after.isPresent()
            && !columns.isEmpty()
            && columns.get(columns.size() - 1).name().equals(after.get());
    return after.isEmpty() || behindLast;
  }

  /** A CHECK of a new column is tried on no row by MariaDB; MySQL tries all (manual). */
  private static MysqlCost constraint(TableConstraint constraint, MysqlTable table) {
    if (constraint instanceof TableConstraint.Check && table.mariadb()) {
      return MysqlCost.NOTE;
    }
    boolean forgotten =
        constraint instanceof TableConstraint.ForeignKey
            && !table.can(MysqlSince.INLINE_REFERENCES);
    return forgotten ? MysqlCost.NOTE : MysqlKeyCosts.add(constraint, table);
  }

  static MysqlCost drop(DropColumn action, Catalog catalog) {
    MysqlTable table = MysqlTable.of(action.table(), catalog);
    Optional<Generation> generation = table.column(action.column()).map(Column::generation);
    if (table.otherEngine()) {
      return MysqlCost.of(table.copy());
    }
    boolean indexed = table.indexed(action.column());
    if (generation.filter(g -> g == Generation.VIRTUAL).isPresent()) {
      return indexed ? MysqlKeyCosts.dropIndex(table) : MysqlCost.NOTE;
    }
    boolean stored = generation.filter(g -> g == Generation.STORED).isPresent();
    boolean possible = table.can(MysqlSince.INSTANT_DROP_COLUMN) && !(stored && !table.mariadb());
    if (!possible || table.refusesInstant()) {
      return MysqlCost.of(table.rebuildWithOtherColumns());
    }
    MysqlCost alone = new MysqlCost(INSTANT, table.rebuildWithOtherColumns());
    return indexed && table.mariadb()
        ? new MysqlCost(MysqlAlgorithm.FREEING, table.rebuildWithOtherColumns())
        : alone;
  }

  static MysqlCost rename(MysqlTable table) {
    return table.can(MysqlSince.INSTANT_RENAME_COLUMN) ? MysqlCost.NOTE : table.noted();
  }

  /** An unknown old column counts as another type. */
  static MysqlCost modify(ModifyColumn action, Catalog catalog) {
    MysqlTable table = MysqlTable.of(action.table(), catalog);
    Optional<Column> before = table.column(action.column());
    ColumnDefinition after = action.definition();
    if (before.isEmpty()) {
      return MysqlCost.of(table.copy());
    }
    if (countsFromNowOn(before.get(), after) || stopsCounting(before.get(), after, table)) {
      return MysqlCost.of(COPY);
    }
    MysqlLetters letters = MysqlLetters.of(before.get(), after, table);
    if (isOther(before.get(), after, table, letters)) {
      return MysqlCost.of(table.copy());
    }
    MysqlCost moved = moved(action, table);
    MysqlCost nulls =
        changesNulls(before.get(), after, table) ? MysqlCost.of(table.rebuild()) : MysqlCost.NOTE;
    boolean longer = !before.get().type().equals(after.type()) && MysqlTypes.isString(after.type());
    MysqlCost type = longer ? table.noted() : MysqlCost.NOTE;
    return moved.max(nulls).max(letters.cost()).max(type);
  }

  private static boolean countsFromNowOn(Column before, ColumnDefinition after) {
    return after.generation() == Generation.IDENTITY && before.generation() == Generation.NONE;
  }

  private static boolean stopsCounting(Column before, ColumnDefinition after, MysqlTable table) {
    return !table.mariadb()
        && after.generation() == Generation.NONE
        && before.generation() == Generation.IDENTITY;
  }

  private static boolean isOther(
      Column before, ColumnDefinition after, MysqlTable table, MysqlLetters letters) {
    boolean computed =
        COMPUTED.contains(before.generation()) || COMPUTED.contains(after.generation());
    return computed
        || !MysqlTypes.sameStorage(
            before.type(),
            after.type(),
            letters.bytes(),
            table.can(MysqlSince.INSTANT_LONG_VARCHAR));
  }

  /** A primary key's columns stay NOT NULL whatever is written. */
  private static boolean changesNulls(Column before, ColumnDefinition after, MysqlTable table) {
    boolean key =
        table
            .table()
            .flatMap(Table::primaryKey)
            .filter(k -> k.columns().contains(before.name()))
            .isPresent();
    return !key && before.nullable() == after.notNull();
  }

  private static MysqlCost moved(ModifyColumn action, MysqlTable table) {
    Optional<String> after = action.definition().layout().after();
    boolean stays = after.isEmpty() || after.get().equals(predecessor(action.column(), table));
    if (stays) {
      return MysqlCost.NOTE;
    }
    boolean possible = table.can(MysqlSince.INSTANT_REORDER) && !table.refusesInstant();
    return possible
        ? new MysqlCost(INSTANT, table.rebuildWithOtherColumns())
        : MysqlCost.of(table.rebuildWithOtherColumns());
  }

  /** The empty name for the first column. */
  private static String predecessor(String column, MysqlTable table) {
    String last = "";
    for (Column each : table.table().map(Table::columns).orElse(List.of())) {
      if (each.name().equals(column)) {
        return last;
      }
      last = each.name();
    }
    return last;
  }
}
