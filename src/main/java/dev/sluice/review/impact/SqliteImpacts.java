package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.*;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * SQLite has one writer for the whole database: every change keeps all others from writing until it
 * commits (sqlite.org/lockingv3.html). Only the length differs.
 */
final class SqliteImpacts implements Impacts {
  private static final String WRITE_LOCK = "write lock on the whole database";

  private static final ActionTable<Impact> TABLE =
      new ActionTable<Impact>()
          .row(Impact.NONE, List.of(Select.class, TransactionControl.class, SetSetting.class))
          .row(writing(Work.INSTANT), List.of(CreateTable.class, CreateView.class, DropView.class))
          .row(DropTable.class, a -> writing(a.table(), Work.ROWS))
          .row(RenameTable.class, a -> writing(a.table(), Work.INSTANT))
          .row(AddColumn.class, a -> writing(a.table(), addColumn(a)))
          .row(DropColumn.class, a -> writing(a.table(), Work.REWRITE))
          .row(RenameColumn.class, a -> writing(a.table(), Work.INSTANT))
          .row(AlterColumnType.class, a -> writing(a.table(), Work.INSTANT))
          .row(ModifyColumn.class, a -> writing(a.table(), Work.REWRITE))
          .row(SetNotNull.class, a -> writing(a.table(), Work.SCAN))
          .row(DropNotNull.class, a -> writing(a.table(), Work.INSTANT))
          .row(SetDefault.class, a -> writing(a.table(), Work.INSTANT))
          .row(DropDefault.class, a -> writing(a.table(), Work.INSTANT))
          .row(AddConstraint.class, a -> writing(a.table(), Work.SCAN))
          .row(DropConstraint.class, a -> writing(a.table(), Work.INSTANT))
          .row(ValidateConstraint.class, a -> writing(a.table(), Work.SCAN))
          .row(CreateIndex.class, a -> writing(a.table(), Work.INDEX_BUILD))
          .row(DropIndex.class, SqliteImpacts::dropIndex)
          .row(Truncate.class, a -> writing(a.table(), Work.ROWS))
          .row(Insert.class, a -> writing(a.table(), Work.ROWS))
          .row(Update.class, a -> writing(a.table(), Work.ROWS))
          .row(Delete.class, a -> writing(a.table(), Work.ROWS))
          .row(
              OtherDdl.class, a -> writing(a.verb().equals("VACUUM") ? Work.REWRITE : Work.INSTANT))
          .row(Unrecognised.class, a -> Impact.NONE)
          .complete();

  @Override
  public Impact of(Action action, Catalog before) {
    return TABLE.answer(action, before);
  }

  /** NOT NULL and CHECK make it read every row (sqlite.org/lang_altertable.html). */
  private static Work addColumn(AddColumn action) {
    boolean tested = action.column().notNull() || !action.column().constraints().isEmpty();
    return tested ? Work.SCAN : Work.INSTANT;
  }

  private static Impact dropIndex(DropIndex action, Catalog catalog) {
    Optional<ObjectName> table = catalog.tableOfIndex(action.index()).map(Table::name);
    return new Impact(WRITE_LOCK, Blocks.WRITES, Work.INSTANT, table);
  }

  private static Impact writing(ObjectName table, Work work) {
    return Impact.on(table, WRITE_LOCK, Blocks.WRITES, work);
  }

  private static Impact writing(Work work) {
    return new Impact(WRITE_LOCK, Blocks.WRITES, work, Optional.empty());
  }
}
