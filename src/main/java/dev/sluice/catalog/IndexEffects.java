package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.Optional;

/** What CREATE INDEX and DROP INDEX do. */
final class IndexEffects {
  private final Catalog catalog;

  IndexEffects(Catalog catalog) {
    this.catalog = catalog;
  }

  Catalog create(Action.CreateIndex action) {
    Catalog after = catalog.change(action.table(), e -> e.with(t -> create(t, action)));
    boolean partitioned = catalog.table(action.table()).filter(Table::partitioned).isPresent();
    return partitioned ? after.with(after.scope().blur(ObjectKind.INDEX)) : after;
  }

  private Table create(Table table, Action.CreateIndex action) {
    Optional<String> written = action.name().map(ObjectName::name);
    if (written.flatMap(table::index).isPresent()) {
      return table;
    }
    String name =
        written.orElseGet(
            () ->
                ImplicitNames.of(catalog.dialect())
                    .index(table, action.columns(), n -> taken(table, n)));
    return plus(
        table,
        new Index(
            name, action.columns(), action.unique(), false, true, action.where(), action.kind()));
  }

  private boolean taken(Table table, String name) {
    return catalog.taken(new ObjectName(table.name().schema(), name));
  }

  Catalog drop(Action.DropIndex action) {
    if (action.table().isPresent()) {
      return catalog.change(
          action.table().get(), e -> e.with(t -> without(t, action.index().name())));
    }
    Optional<Entry> owner = catalog.entryOfIndex(action.index());
    if (owner.isEmpty()) {
      ObjectName name = catalog.scope().forNew(action.index(), false);
      return catalog.with(catalog.relations().withGone(name));
    }
    Table table = owner.get().table();
    Index index = table.index(action.index().name()).orElseThrow();
    ObjectName name = new ObjectName(table.name().schema(), index.name());
    Entry without = owner.get().with(table.withIndexes(Lists.without(table.indexes(), index)));
    return catalog.with(catalog.relations().with(without).withGone(name));
  }

  /** MySQL's unique keys are indexes first; the constraint is only another word. */
  private static Table without(Table table, String index) {
    return table
        .withIndexes(table.indexes().stream().filter(i -> !i.name().equals(index)).toList())
        .withConstraints(
            table.constraints().stream()
                .filter(c -> !c.isNamed(index) || c.kind() == Constraint.Kind.FOREIGN_KEY)
                .toList());
  }

  static Table plus(Table table, Index index) {
    return table.withIndexes(Lists.plus(table.indexes(), index));
  }
}
