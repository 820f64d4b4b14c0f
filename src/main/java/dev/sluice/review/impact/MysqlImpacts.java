package dev.sluice.review.impact;

import static dev.sluice.review.impact.Blocks.NOTHING;
import static dev.sluice.review.impact.Blocks.READS_AND_WRITES;
import static dev.sluice.review.impact.Blocks.WRITES;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Action.AlterColumnType;
import dev.sluice.sql.Action.CreateIndex;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.DropColumn;
import dev.sluice.sql.Action.DropConstraint;
import dev.sluice.sql.Action.DropDefault;
import dev.sluice.sql.Action.DropIndex;
import dev.sluice.sql.Action.DropNotNull;
import dev.sluice.sql.Action.DropTable;
import dev.sluice.sql.Action.DropView;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Action.ModifyColumn;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Action.RenameColumn;
import dev.sluice.sql.Action.RenameTable;
import dev.sluice.sql.Action.Select;
import dev.sluice.sql.Action.SetDefault;
import dev.sluice.sql.Action.SetNotNull;
import dev.sluice.sql.Action.SetSetting;
import dev.sluice.sql.Action.TransactionControl;
import dev.sluice.sql.Action.Truncate;
import dev.sluice.sql.Action.Unrecognised;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.Action.ValidateConstraint;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * InnoDB: by which algorithm MySQL (manual, "Online DDL Operations") and MariaDB (asked on 10.11)
 * change a table, and what the others cannot do meanwhile. Every ALTER takes an exclusive metadata
 * lock for an instant at its beginning and its end.
 */
final class MysqlImpacts implements Impacts {
  private static final ActionTable<Impact> TABLE =
      new ActionTable<Impact>()
          .row(Impact.NONE, List.of(CreateTable.class, CreateView.class, Select.class))
          .row(Impact.NONE, List.of(TransactionControl.class, SetSetting.class))
          .row(Impact.NONE, List.of(DropView.class, Unrecognised.class))
          .row(DropTable.class, a -> instant(a.table()))
          .row(RenameTable.class, a -> instant(a.table()))
          .row(AddColumn.class, (a, c) -> by(MysqlAlgorithm.addColumn(a, c), a.table()))
          .row(DropColumn.class, (a, c) -> by(MysqlAlgorithm.dropColumn(c), a.table()))
          .row(RenameColumn.class, a -> instant(a.table()))
          .row(ModifyColumn.class, (a, c) -> by(MysqlAlgorithm.modify(a, c), a.table()))
          .row(AlterColumnType.class, a -> by(MysqlAlgorithm.COPY, a.table()))
          .row(SetNotNull.class, a -> by(MysqlAlgorithm.REBUILD, a.table()))
          .row(DropNotNull.class, a -> by(MysqlAlgorithm.REBUILD, a.table()))
          .row(SetDefault.class, a -> instant(a.table()))
          .row(DropDefault.class, a -> instant(a.table()))
          .row(
              AddConstraint.class, a -> by(MysqlAlgorithm.addConstraint(a.constraint()), a.table()))
          .row(
              DropConstraint.class,
              a -> by(MysqlAlgorithm.dropConstraint(a.constraint()), a.table()))
          .row(ValidateConstraint.class, a -> by(MysqlAlgorithm.COPY, a.table()))
          .row(CreateIndex.class, a -> by(MysqlAlgorithm.INDEX, a.table()))
          .row(DropIndex.class, MysqlImpacts::dropIndex)
          .row(Truncate.class, a -> instant(a.table()))
          .row(Insert.class, a -> rows(a.table()))
          .row(Update.class, a -> rows(a.table()))
          .row(Delete.class, a -> rows(a.table()))
          .row(OtherDdl.class, MysqlImpacts::other)
          .complete();

  @Override
  public Impact of(Action action, Catalog before) {
    return TABLE.answer(action, before);
  }

  private static Impact by(MysqlAlgorithm algorithm, ObjectName table) {
    return switch (algorithm) {
      case INSTANT -> instant(table);
      case INDEX -> Impact.on(table, "metadata lock, in place", NOTHING, Work.INDEX_BUILD);
      case REBUILD -> Impact.on(table, "metadata lock, in place", NOTHING, Work.REWRITE);
      case SHARED -> Impact.on(table, "in place, LOCK=SHARED", WRITES, Work.REWRITE);
      case COPY -> Impact.on(table, "table copy, LOCK=SHARED", WRITES, Work.REWRITE);
    };
  }

  private static Impact instant(ObjectName table) {
    return Impact.on(table, "metadata lock", READS_AND_WRITES, Work.INSTANT);
  }

  private static Impact rows(ObjectName table) {
    return Impact.on(table, "row locks", NOTHING, Work.ROWS);
  }

  private static Impact dropIndex(DropIndex action, Catalog catalog) {
    Optional<ObjectName> table = catalog.tableOfIndex(action).map(Table::name);
    return table.map(MysqlImpacts::instant).orElse(Impact.NONE);
  }

  private static Impact other(OtherDdl ddl) {
    return MysqlAlgorithm.of(ddl)
        .flatMap(algorithm -> ddl.name().map(table -> by(algorithm, table)))
        .orElse(Impact.NONE);
  }
}
