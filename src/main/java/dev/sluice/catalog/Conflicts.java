package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.ActionVisitor;
import java.util.List;

/** What stands in the way of each action. */
final class Conflicts implements ActionVisitor<List<Conflict>> {
  private final TableConflicts tables;
  private final ColumnConflicts columns;
  private final ConstraintConflicts constraints;

  Conflicts(Catalog catalog) {
    this.tables = new TableConflicts(catalog);
    this.columns = new ColumnConflicts(catalog);
    this.constraints = new ConstraintConflicts(catalog);
  }

  @Override
  public List<Conflict> createTable(Action.CreateTable action) {
    return tables.create(action);
  }

  @Override
  public List<Conflict> dropTable(Action.DropTable action) {
    return tables.drop(action);
  }

  @Override
  public List<Conflict> renameTable(Action.RenameTable action) {
    return tables.rename(action);
  }

  @Override
  public List<Conflict> addColumn(Action.AddColumn action) {
    return columns.add(action);
  }

  @Override
  public List<Conflict> dropColumn(Action.DropColumn action) {
    return columns.drop(action);
  }

  @Override
  public List<Conflict> renameColumn(Action.RenameColumn action) {
    return columns.rename(action);
  }

  @Override
  public List<Conflict> alterColumnType(Action.AlterColumnType action) {
    return columns.existing(action.place(), action.table(), List.of(action.column()));
  }

  @Override
  public List<Conflict> modifyColumn(Action.ModifyColumn action) {
    return action.renamed()
        ? List.of()
        : columns.existing(action.place(), action.table(), List.of(action.column()));
  }

  @Override
  public List<Conflict> setNotNull(Action.SetNotNull action) {
    return columns.existing(action.place(), action.table(), List.of(action.column()));
  }

  @Override
  public List<Conflict> dropNotNull(Action.DropNotNull action) {
    return columns.existing(action.place(), action.table(), List.of(action.column()));
  }

  @Override
  public List<Conflict> setDefault(Action.SetDefault action) {
    return columns.existing(action.place(), action.table(), List.of(action.column()));
  }

  @Override
  public List<Conflict> dropDefault(Action.DropDefault action) {
    return columns.existing(action.place(), action.table(), List.of(action.column()));
  }

  @Override
  public List<Conflict> addConstraint(Action.AddConstraint action) {
    return constraints.add(action);
  }

  @Override
  public List<Conflict> dropConstraint(Action.DropConstraint action) {
    return constraints.drop(action);
  }

  @Override
  public List<Conflict> validateConstraint(Action.ValidateConstraint action) {
    return constraints.existing(action.place(), action.table(), action.constraint());
  }

  @Override
  public List<Conflict> createIndex(Action.CreateIndex action) {
    return columns.createIndex(action);
  }

  @Override
  public List<Conflict> dropIndex(Action.DropIndex action) {
    return columns.dropIndex(action);
  }

  @Override
  public List<Conflict> createView(Action.CreateView action) {
    return tables.createView(action);
  }

  @Override
  public List<Conflict> dropView(Action.DropView action) {
    return tables.dropView(action);
  }

  @Override
  public List<Conflict> truncate(Action.Truncate action) {
    return columns.existing(action.place(), action.table(), List.of());
  }

  @Override
  public List<Conflict> insert(Action.Insert action) {
    return columns.existing(action.place(), action.table(), action.columns());
  }

  @Override
  public List<Conflict> update(Action.Update action) {
    return columns.existing(action.place(), action.table(), action.columns());
  }

  @Override
  public List<Conflict> delete(Action.Delete action) {
    return columns.existing(action.place(), action.table(), List.of());
  }

  @Override
  public List<Conflict> select(Action.Select action) {
    return List.of();
  }

  @Override
  public List<Conflict> transactionControl(Action.TransactionControl action) {
    return List.of();
  }

  @Override
  public List<Conflict> setSetting(Action.SetSetting action) {
    return List.of();
  }

  @Override
  public List<Conflict> otherDdl(Action.OtherDdl action) {
    return List.of();
  }

  @Override
  public List<Conflict> unrecognised(Action.Unrecognised action) {
    return List.of();
  }
}
