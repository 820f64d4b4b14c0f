package dev.sluice.review.impact;

import static dev.sluice.review.impact.Blocks.NOTHING;
import static dev.sluice.review.impact.Blocks.READS_AND_WRITES;
import static dev.sluice.review.impact.Blocks.WRITES;
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
import java.util.Set;

/**
 * PostgreSQL's table-level locks and the work done under them, as measured on PostgreSQL 15 and
 * described in the manual, 13.3 and ALTER TABLE. Locks are held until the commit.
 */
final class PostgresImpacts implements Impacts {
  private static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";
  private static final String SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE";
  private static final String SHARE = "SHARE";
  private static final String SHARE_UPDATE_EXCLUSIVE = "SHARE UPDATE EXCLUSIVE";
  private static final String ROW_EXCLUSIVE = "ROW EXCLUSIVE";

  private static final ActionTable<Impact> TABLE =
      new ActionTable<Impact>()
          .row(Impact.NONE, List.of(CreateTable.class, CreateView.class, Select.class))
          .row(Impact.NONE, List.of(TransactionControl.class, SetSetting.class))
          .row(DropTable.class, a -> exclusive(a.table(), INSTANT))
          .row(RenameTable.class, a -> exclusive(a.table(), INSTANT))
          .row(AddColumn.class, (a, c) -> exclusive(a.table(), PostgresWork.addColumn(a, c)))
          .row(DropColumn.class, a -> exclusive(a.table(), INSTANT))
          .row(RenameColumn.class, a -> exclusive(a.table(), INSTANT))
          .row(AlterColumnType.class, (a, c) -> exclusive(a.table(), PostgresWork.changeType(a, c)))
          .row(ModifyColumn.class, a -> exclusive(a.table(), REWRITE))
          .row(SetNotNull.class, (a, c) -> exclusive(a.table(), PostgresWork.setNotNull(a, c)))
          .row(DropNotNull.class, a -> exclusive(a.table(), INSTANT))
          .row(SetDefault.class, a -> exclusive(a.table(), INSTANT))
          .row(DropDefault.class, a -> exclusive(a.table(), INSTANT))
          .row(AddConstraint.class, a -> addConstraint(a.table(), a.constraint()))
          .row(DropConstraint.class, a -> exclusive(a.table(), INSTANT))
          .row(
              ValidateConstraint.class,
              a -> Impact.on(a.table(), SHARE_UPDATE_EXCLUSIVE, NOTHING, SCAN))
          .row(CreateIndex.class, PostgresImpacts::createIndex)
          .row(DropIndex.class, PostgresImpacts::dropIndex)
          .row(DropView.class, a -> exclusive(a.view(), INSTANT))
          .row(Truncate.class, a -> exclusive(a.table(), INSTANT))
          .row(Insert.class, a -> rows(a.table()))
          .row(Update.class, a -> rows(a.table()))
          .row(Delete.class, a -> rows(a.table()))
          .row(OtherDdl.class, PostgresImpacts::other)
          .row(Unrecognised.class, a -> Impact.NONE)
          .complete();

  @Override
  public Impact of(Action action, Catalog before) {
    return TABLE.answer(action, before);
  }

  private static Impact exclusive(ObjectName table, Work work) {
    return Impact.on(table, ACCESS_EXCLUSIVE, READS_AND_WRITES, work);
  }

  private static Impact rows(ObjectName table) {
    return Impact.on(table, ROW_EXCLUSIVE, NOTHING, ROWS);
  }

  private static Impact addConstraint(ObjectName table, TableConstraint constraint) {
    if (constraint instanceof TableConstraint.ForeignKey key) {
      return Impact.on(table, SHARE_ROW_EXCLUSIVE, WRITES, key.notValid() ? INSTANT : SCAN);
    }
    return exclusive(table, PostgresWork.addConstraint(constraint));
  }

  private static Impact createIndex(CreateIndex index, Catalog catalog) {
    if (index.concurrently()) {
      return Impact.on(index.table(), SHARE_UPDATE_EXCLUSIVE, NOTHING, INDEX_BUILD);
    }
    boolean partitionedOnly =
        index.only() && catalog.table(index.table()).map(Table::partitioned).orElse(true);
    return Impact.on(index.table(), SHARE, WRITES, partitionedOnly ? INSTANT : INDEX_BUILD);
  }

  private static Impact dropIndex(DropIndex index, Catalog catalog) {
    Optional<ObjectName> table = catalog.tableOfIndex(index.index()).map(Table::name);
    return index.concurrently()
        ? new Impact(SHARE_UPDATE_EXCLUSIVE, NOTHING, INSTANT, table)
        : new Impact(ACCESS_EXCLUSIVE, READS_AND_WRITES, INSTANT, table);
  }

  private static Impact other(OtherDdl ddl) {
    boolean wholeTable =
        ddl.verb().equals("CLUSTER") || (ddl.verb().equals("REINDEX") && !ddl.nonTransactional());
    if (wholeTable) {
      Work work = ddl.verb().equals("CLUSTER") ? REWRITE : INDEX_BUILD;
      return new Impact(ACCESS_EXCLUSIVE, READS_AND_WRITES, work, ddl.name());
    }
    if (ddl.verb().equals("LOCK")) {
      return new Impact(ACCESS_EXCLUSIVE, READS_AND_WRITES, ROWS, ddl.name());
    }
    boolean ofTable = Set.of("TABLE", "COLUMN").contains(ddl.objectType());
    return ofTable ? new Impact("", NOTHING, INSTANT, ddl.name()) : Impact.NONE;
  }

  /** A valid CHECK of the table that mentions the column. */
  static boolean checked(Table table, String column) {
    return table.constraints().stream()
        .filter(c -> c.kind() == Constraint.Kind.CHECK)
        .anyMatch(c -> c.columns().contains(column));
  }
}
