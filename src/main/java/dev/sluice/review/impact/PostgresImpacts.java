package dev.sluice.review.impact;

import static dev.sluice.review.impact.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.sluice.review.impact.PostgresLock.ROW_EXCLUSIVE;
import static dev.sluice.review.impact.PostgresLock.SHARE;
import static dev.sluice.review.impact.PostgresLock.SHARE_ROW_EXCLUSIVE;
import static dev.sluice.review.impact.PostgresLock.SHARE_UPDATE_EXCLUSIVE;
import static dev.sluice.review.impact.Work.INDEX_BUILD;
import static dev.sluice.review.impact.Work.INSTANT;
import static dev.sluice.review.impact.Work.REWRITE;
import static dev.sluice.review.impact.Work.ROWS;
import static dev.sluice.review.impact.Work.SCAN;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.*;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's table-level locks and the work done under them, as measured on PostgreSQL 15 and
 * described in the manual, 13.3 and ALTER TABLE. Locks are held until the commit.
 */
final class PostgresImpacts implements Impacts {
  private static final ActionTable<Impact> TABLE =
      new ActionTable<Impact>()
          .row(Impact.NONE, List.of(Select.class, TransactionControl.class, SetSetting.class))
          .row(CreateTable.class, PostgresImpacts::createTable)
          .row(CreateView.class, PostgresImpacts::createView)
          .row(DropTable.class, PostgresImpacts::dropTable)
          .row(RenameTable.class, a -> exclusive(a.table(), INSTANT))
          .row(AddColumn.class, PostgresImpacts::addColumn)
          .row(DropColumn.class, a -> exclusive(a.table(), INSTANT))
          .row(RenameColumn.class, a -> exclusive(a.table(), INSTANT))
          .row(AlterColumnType.class, PostgresImpacts::changeType)
          .row(ModifyColumn.class, a -> exclusive(a.table(), REWRITE))
          .row(SetNotNull.class, (a, c) -> exclusive(a.table(), PostgresWork.setNotNull(a, c)))
          .row(DropNotNull.class, a -> exclusive(a.table(), INSTANT))
          .row(SetDefault.class, a -> exclusive(a.table(), INSTANT))
          .row(DropDefault.class, a -> exclusive(a.table(), INSTANT))
          .row(AddConstraint.class, a -> addConstraint(a.table(), a.constraint()))
          .row(DropConstraint.class, PostgresImpacts::dropConstraint)
          .row(ValidateConstraint.class, a -> SHARE_UPDATE_EXCLUSIVE.on(a.table(), SCAN))
          .row(CreateIndex.class, PostgresImpacts::createIndex)
          .row(DropIndex.class, PostgresImpacts::dropIndex)
          .row(DropView.class, a -> exclusive(a.view(), INSTANT))
          .row(Truncate.class, PostgresImpacts::truncate)
          .row(Insert.class, a -> ROW_EXCLUSIVE.on(a.table(), ROWS))
          .row(Update.class, a -> ROW_EXCLUSIVE.on(a.table(), ROWS))
          .row(Delete.class, a -> ROW_EXCLUSIVE.on(a.table(), ROWS))
          .row(OtherDdl.class, PostgresOtherImpacts::of)
          .row(Unrecognised.class, a -> Impact.NONE)
          .complete();

  @Override
  public Impact of(Action action, Catalog before) {
    return TABLE.answer(action, before);
  }

  private static Impact exclusive(ObjectName table, Work work) {
    return ACCESS_EXCLUSIVE.on(table, work);
  }

  /** A new table locks what it hangs on: its partitioned parent, and what its keys point to. */
  private static Impact createTable(CreateTable create, Catalog catalog) {
    boolean partition = create.origin() == CreateTable.Origin.PARTITION_OF;
    List<ObjectName> referenced =
        Stream.concat(
                create.constraints().stream(),
                create.columns().stream().flatMap(c -> c.constraints().stream()))
            .flatMap(c -> referenced(c).stream())
            .filter(t -> !t.equals(create.table()))
            .distinct()
            .toList();
    List<Impact.Also> also = SHARE_ROW_EXCLUSIVE.also(referenced.stream());
    if (partition) {
      return ACCESS_EXCLUSIVE.on(create.source(), INSTANT).also(also);
    }
    return referenced.isEmpty()
        ? Impact.NONE
        : SHARE_ROW_EXCLUSIVE.on(referenced.get(0), INSTANT).also(also.subList(1, also.size()));
  }

  private static Impact createView(CreateView create, Catalog catalog) {
    boolean replaces = create.orReplace() && catalog.hasView(create.view());
    return replaces ? exclusive(create.view(), INSTANT) : Impact.NONE;
  }

  private static Impact addColumn(AddColumn add, Catalog catalog) {
    Stream<ObjectName> referenced =
        add.column().constraints().stream().flatMap(c -> referenced(c).stream());
    return exclusive(add.table(), PostgresWork.addColumn(add, catalog))
        .also(SHARE_ROW_EXCLUSIVE.also(referenced.filter(t -> !t.equals(add.table()))));
  }

  private static Impact addConstraint(ObjectName table, TableConstraint constraint) {
    Work work = PostgresWork.addConstraint(constraint);
    return constraint instanceof TableConstraint.ForeignKey key
        ? SHARE_ROW_EXCLUSIVE
            .on(table, work)
            .also(
                SHARE_ROW_EXCLUSIVE.also(
                    Stream.of(key.referencedTable()).filter(t -> !t.equals(table))))
        : exclusive(table, work);
  }

  private static Optional<ObjectName> referenced(TableConstraint constraint) {
    return constraint instanceof TableConstraint.ForeignKey key
        ? Optional.of(key.referencedTable())
        : Optional.empty();
  }

  /** The keys that lead to and from a column of another type are built anew on both sides. */
  private static Impact changeType(AlterColumnType change, Catalog catalog) {
    Work work = PostgresWork.changeType(change, catalog);
    Impact impact = exclusive(change.table(), work);
    return work == REWRITE
        ? impact.also(ACCESS_EXCLUSIVE.also(keyPartners(change, catalog)))
        : impact;
  }

  private static Stream<ObjectName> keyPartners(AlterColumnType change, Catalog catalog) {
    return catalog.table(change.table()).stream()
        .flatMap(t -> ForeignKeys.touching(t, change.column(), catalog))
        .distinct();
  }

  private static Impact dropConstraint(DropConstraint drop, Catalog catalog) {
    Stream<ObjectName> referenced =
        catalog.table(drop.table()).flatMap(t -> t.constraint(drop.constraint())).stream()
            .flatMap(c -> c.references().stream())
            .map(Constraint.Reference::table);
    return exclusive(drop.table(), INSTANT).also(ACCESS_EXCLUSIVE.also(referenced));
  }

  /** The other ends of its foreign keys are locked too, for their triggers go with it. */
  private static Impact dropTable(DropTable drop, Catalog catalog) {
    Stream<ObjectName> partners =
        catalog.table(drop.table()).stream()
            .flatMap(
                t ->
                    drop.cascade()
                        ? Stream.concat(
                            ForeignKeys.referencedBy(t), ForeignKeys.pointingTo(t, catalog))
                        : ForeignKeys.referencedBy(t))
            .distinct();
    return exclusive(drop.table(), INSTANT).also(ACCESS_EXCLUSIVE.also(partners));
  }

  private static Impact truncate(Truncate truncate, Catalog catalog) {
    Stream<ObjectName> along =
        catalog.table(truncate.table()).filter(t -> truncate.cascade()).stream()
            .flatMap(t -> ForeignKeys.leadingTo(t, catalog).stream());
    return exclusive(truncate.table(), INSTANT).also(ACCESS_EXCLUSIVE.also(along));
  }

  private static Impact createIndex(CreateIndex index, Catalog catalog) {
    if (index.concurrently()) {
      return SHARE_UPDATE_EXCLUSIVE.on(index.table(), INDEX_BUILD);
    }
    boolean partitionedOnly =
        index.only() && catalog.table(index.table()).map(Table::partitioned).orElse(true);
    return SHARE.on(index.table(), partitionedOnly ? INSTANT : INDEX_BUILD);
  }

  private static Impact dropIndex(DropIndex index, Catalog catalog) {
    Optional<ObjectName> table = catalog.tableOfIndex(index.index()).map(Table::name);
    return (index.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE).on(table, INSTANT);
  }

  /** A valid CHECK of the table that mentions the column. */
  static boolean checked(Table table, String column) {
    return table.constraints().stream()
        .filter(c -> c.kind() == Constraint.Kind.CHECK && c.validated())
        .anyMatch(c -> c.columns().contains(column));
  }
}
