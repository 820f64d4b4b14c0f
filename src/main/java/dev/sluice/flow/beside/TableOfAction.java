package dev.sluice.flow.beside;

import dev.sluice.sql.Action;
import dev.sluice.sql.ActionVisitor;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** The table or view that an action changes; empty where it only reads, or nobody knows. */
final class TableOfAction implements ActionVisitor<Optional<ObjectName>> {
  @Override
  public Optional<ObjectName> createTable(Action.CreateTable action) {
    return action.temporary() ? Optional.empty() : Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> dropTable(Action.DropTable action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> renameTable(Action.RenameTable action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> addColumn(Action.AddColumn action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> dropColumn(Action.DropColumn action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> renameColumn(Action.RenameColumn action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> alterColumnType(Action.AlterColumnType action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> modifyColumn(Action.ModifyColumn action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> setNotNull(Action.SetNotNull action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> dropNotNull(Action.DropNotNull action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> setDefault(Action.SetDefault action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> dropDefault(Action.DropDefault action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> addConstraint(Action.AddConstraint action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> dropConstraint(Action.DropConstraint action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> validateConstraint(Action.ValidateConstraint action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> createIndex(Action.CreateIndex action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> dropIndex(Action.DropIndex action) {
    return action.table();
  }

  @Override
  public Optional<ObjectName> createView(Action.CreateView action) {
    return Optional.of(action.view());
  }

  @Override
  public Optional<ObjectName> dropView(Action.DropView action) {
    return Optional.of(action.view());
  }

  @Override
  public Optional<ObjectName> truncate(Action.Truncate action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> insert(Action.Insert action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> update(Action.Update action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> delete(Action.Delete action) {
    return Optional.of(action.table());
  }

  @Override
  public Optional<ObjectName> select(Action.Select action) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectName> transactionControl(Action.TransactionControl action) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectName> setSetting(Action.SetSetting action) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectName> otherDdl(Action.OtherDdl action) {
    return action.objectType().contains("TABLE") || action.objectType().endsWith("VIEW")
        ? action.name()
        : action.detail().other();
  }

  @Override
  public Optional<ObjectName> unrecognised(Action.Unrecognised action) {
    return Optional.empty();
  }
}
