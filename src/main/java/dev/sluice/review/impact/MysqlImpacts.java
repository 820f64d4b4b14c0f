package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.*;
import dev.sluice.sql.ObjectName;
import java.util.List;

/**
 * MySQL and MariaDB, for the worst: every ALTER counts as a copy that writers wait for. Which ones
 * are instant or in place depends on the version and is not modelled yet.
 */
final class MysqlImpacts implements Impacts {
  private static final String METADATA_LOCK = "metadata lock";

  private static final ActionTable<Impact> TABLE =
      new ActionTable<Impact>()
          .row(Impact.NONE, List.of(CreateTable.class, CreateView.class, Select.class))
          .row(Impact.NONE, List.of(TransactionControl.class, SetSetting.class, OtherDdl.class))
          .row(Impact.NONE, List.of(DropIndex.class, DropView.class, Unrecognised.class))
          .row(DropTable.class, a -> instant(a.table()))
          .row(RenameTable.class, a -> instant(a.table()))
          .row(AddColumn.class, a -> copy(a.table()))
          .row(DropColumn.class, a -> copy(a.table()))
          .row(RenameColumn.class, a -> instant(a.table()))
          .row(AlterColumnType.class, a -> copy(a.table()))
          .row(SetNotNull.class, a -> copy(a.table()))
          .row(DropNotNull.class, a -> copy(a.table()))
          .row(SetDefault.class, a -> instant(a.table()))
          .row(DropDefault.class, a -> instant(a.table()))
          .row(AddConstraint.class, a -> copy(a.table()))
          .row(DropConstraint.class, a -> instant(a.table()))
          .row(ValidateConstraint.class, a -> copy(a.table()))
          .row(CreateIndex.class, a -> index(a.table()))
          .row(Truncate.class, a -> instant(a.table()))
          .row(Insert.class, a -> rows(a.table()))
          .row(Update.class, a -> rows(a.table()))
          .row(Delete.class, a -> rows(a.table()))
          .complete();

  @Override
  public Impact of(Action action, Catalog before) {
    return TABLE.answer(action, before);
  }

  private static Impact instant(ObjectName table) {
    return Impact.on(table, METADATA_LOCK, Blocks.READS_AND_WRITES, Work.INSTANT);
  }

  private static Impact copy(ObjectName table) {
    return Impact.on(table, METADATA_LOCK, Blocks.WRITES, Work.REWRITE);
  }

  private static Impact index(ObjectName table) {
    return Impact.on(table, METADATA_LOCK, Blocks.NOTHING, Work.INDEX_BUILD);
  }

  private static Impact rows(ObjectName table) {
    return Impact.on(table, "row locks", Blocks.NOTHING, Work.ROWS);
  }
}
