package dev.sluice.sql;

/** One method per kind of action, so that a new kind does not compile until it is handled. */
public interface ActionVisitor<R> {
  R createTable(Action.CreateTable action);

  R dropTable(Action.DropTable action);

  R renameTable(Action.RenameTable action);

  R addColumn(Action.AddColumn action);

  R dropColumn(Action.DropColumn action);

  R renameColumn(Action.RenameColumn action);

  R alterColumnType(Action.AlterColumnType action);

  R modifyColumn(Action.ModifyColumn action);

  R setNotNull(Action.SetNotNull action);

  R dropNotNull(Action.DropNotNull action);

  R setDefault(Action.SetDefault action);

  R dropDefault(Action.DropDefault action);

  R addConstraint(Action.AddConstraint action);

  R dropConstraint(Action.DropConstraint action);

  R validateConstraint(Action.ValidateConstraint action);

  R createIndex(Action.CreateIndex action);

  R dropIndex(Action.DropIndex action);

  R createView(Action.CreateView action);

  R dropView(Action.DropView action);

  R truncate(Action.Truncate action);

  R insert(Action.Insert action);

  R update(Action.Update action);

  R delete(Action.Delete action);

  R select(Action.Select action);

  R transactionControl(Action.TransactionControl action);

  R setSetting(Action.SetSetting action);

  R otherDdl(Action.OtherDdl action);

  R unrecognised(Action.Unrecognised action);
}
