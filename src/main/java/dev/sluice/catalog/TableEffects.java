package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable.Origin;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;

/** What CREATE, DROP and RENAME do to whole tables. */
final class TableEffects {
  private final Catalog catalog;

  TableEffects(Catalog catalog) {
    this.catalog = catalog;
  }

  Catalog create(Action.CreateTable action) {
    ObjectName name = catalog.scope().forNew(action.table(), action.temporary());
    if (catalog.taken(name)) {
      return catalog;
    }
    boolean surelyOurs = action.origin() == Origin.COLUMNS && !mayHaveBeenThere(action);
    Entry.Known known = surelyOurs ? Entry.Known.ALL : Entry.Known.SOME;
    boolean filled = action.origin() == Origin.AS_SELECT;
    Catalog after = catalog.with(Entry.created(table(name, action), known, filled));
    boolean borrowed = action.origin() == Origin.LIKE || action.origin() == Origin.PARTITION_OF;
    return borrowed ? after.with(after.scope().blur(ObjectKind.INDEX)) : after;
  }

  private boolean mayHaveBeenThere(Action.CreateTable action) {
    return action.ifNotExists() && catalog.relation(action.table()) == Presence.UNKNOWN;
  }

  private Table table(ObjectName name, Action.CreateTable action) {
    Table table =
        new Table(
            name,
            action.columns().stream().map(ColumnEffects::column).toList(),
            List.of(),
            List.of(),
            false,
            action.temporary(),
            Size.EMPTY);
    ConstraintEffects constraints = new ConstraintEffects(catalog);
    for (ColumnDefinition column : action.columns()) {
      for (TableConstraint constraint : column.constraints()) {
        table = constraints.add(table, constraint);
      }
    }
    for (TableConstraint constraint : action.constraints()) {
      table = constraints.add(table, constraint);
    }
    return table;
  }

  Catalog drop(Action.DropTable action) {
    ObjectName name = catalog.locate(action.table());
    Relations left = catalog.relations().without(name);
    if (!action.cascade()) {
      return catalog.with(left);
    }
    return catalog.with(left.mapTables(t -> withoutReferences(t, name)).unsureOfViews());
  }

  private static Table withoutReferences(Table table, ObjectName target) {
    return table.withConstraints(
        table.constraints().stream().filter(c -> !c.refersTo(target)).toList());
  }

  Catalog rename(Action.RenameTable action) {
    ObjectName from = catalog.locate(action.table());
    ObjectName to = new ObjectName(from.schema(), action.newName());
    Relation other = catalog.relations().others().get(from);
    if (catalog.taken(to) || catalog.relation(action.table()) == Presence.ABSENT) {
      return catalog;
    }
    Catalog after = catalog.change(from, e -> e.with(t -> renamed(t, to)));
    Relations relations = after.relations().without(from);
    relations = other == null ? relations : relations.with(to, other);
    return after.with(
        relations.mapTables(
            t -> t.withConstraints(Lists.map(t.constraints(), c -> c.follow(from, to)))));
  }

  private Table renamed(Table table, ObjectName to) {
    ImplicitNames names = ImplicitNames.of(catalog.dialect());
    String old = table.name().name();
    return table
        .withName(to)
        .withIndexes(
            Lists.map(
                table.indexes(), i -> i.withName(names.afterRename(i.name(), old, to.name()))));
  }

  /** Rows come in (or, for TRUNCATE, all go). */
  Catalog filled(ObjectName table, boolean filled) {
    Optional<Entry> entry = catalog.entry(table).filter(e -> e.isNew() && e.filled() != filled);
    return entry.map(e -> catalog.with(e.filled(filled))).orElse(catalog);
  }
}
