package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.ActionVisitor;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** What each action makes of a catalog. */
final class Effects implements ActionVisitor<Catalog> {
  private final Catalog catalog;
  private final TableEffects tables;
  private final ColumnEffects columns;
  private final ConstraintEffects constraints;
  private final IndexEffects indexes;

  Effects(Catalog catalog) {
    this.catalog = catalog;
    this.tables = new TableEffects(catalog);
    this.columns = new ColumnEffects(catalog);
    this.constraints = new ConstraintEffects(catalog);
    this.indexes = new IndexEffects(catalog);
  }

  @Override
  public Catalog createTable(Action.CreateTable action) {
    return tables.create(action);
  }

  @Override
  public Catalog dropTable(Action.DropTable action) {
    return tables.drop(action);
  }

  @Override
  public Catalog renameTable(Action.RenameTable action) {
    return tables.rename(action);
  }

  @Override
  public Catalog addColumn(Action.AddColumn action) {
    return columns.add(action);
  }

  @Override
  public Catalog dropColumn(Action.DropColumn action) {
    return columns.drop(action);
  }

  @Override
  public Catalog renameColumn(Action.RenameColumn action) {
    return columns.rename(action);
  }

  @Override
  public Catalog alterColumnType(Action.AlterColumnType action) {
    return columns.type(action);
  }

  @Override
  public Catalog modifyColumn(Action.ModifyColumn action) {
    return columns.modify(action);
  }

  @Override
  public Catalog setNotNull(Action.SetNotNull action) {
    return columns.nullable(action.table(), action.column(), false);
  }

  @Override
  public Catalog dropNotNull(Action.DropNotNull action) {
    return columns.nullable(action.table(), action.column(), true);
  }

  @Override
  public Catalog setDefault(Action.SetDefault action) {
    return columns.defaultOf(action.table(), action.column(), Optional.of(action.expression()));
  }

  @Override
  public Catalog dropDefault(Action.DropDefault action) {
    return columns.defaultOf(action.table(), action.column(), Optional.empty());
  }

  @Override
  public Catalog addConstraint(Action.AddConstraint action) {
    return constraints.add(action);
  }

  @Override
  public Catalog dropConstraint(Action.DropConstraint action) {
    return constraints.drop(action);
  }

  @Override
  public Catalog validateConstraint(Action.ValidateConstraint action) {
    return constraints.validate(action);
  }

  @Override
  public Catalog createIndex(Action.CreateIndex action) {
    return indexes.create(action);
  }

  @Override
  public Catalog dropIndex(Action.DropIndex action) {
    return indexes.drop(action);
  }

  @Override
  public Catalog createView(Action.CreateView action) {
    ObjectName name = catalog.scope().forNew(action.view(), false);
    Relation relation = action.materialized() ? Relation.MATERIALIZED_VIEW : Relation.VIEW;
    return catalog.taken(name) ? catalog : catalog.with(catalog.relations().with(name, relation));
  }

  @Override
  public Catalog dropView(Action.DropView action) {
    Catalog after = catalog.with(catalog.relations().without(catalog.locate(action.view())));
    return action.cascade() ? after.with(after.relations().unsureOfViews()) : after;
  }

  @Override
  public Catalog truncate(Action.Truncate action) {
    return tables.filled(action.table(), false);
  }

  @Override
  public Catalog insert(Action.Insert action) {
    return tables.filled(action.table(), true);
  }

  @Override
  public Catalog update(Action.Update action) {
    return catalog;
  }

  @Override
  public Catalog delete(Action.Delete action) {
    return catalog;
  }

  @Override
  public Catalog select(Action.Select action) {
    return catalog;
  }

  @Override
  public Catalog transactionControl(Action.TransactionControl action) {
    return catalog;
  }

  @Override
  public Catalog setSetting(Action.SetSetting action) {
    return new OtherEffects(catalog).set(action);
  }

  @Override
  public Catalog otherDdl(Action.OtherDdl action) {
    return new OtherEffects(catalog).ddl(action);
  }

  @Override
  public Catalog unrecognised(Action.Unrecognised action) {
    return new OtherEffects(catalog).anything();
  }
}
