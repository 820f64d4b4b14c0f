package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the clauses of ALTER TABLE do to columns. */
final class ColumnEffects {
  private final Catalog catalog;

  ColumnEffects(Catalog catalog) {
    this.catalog = catalog;
  }

  Catalog add(Action.AddColumn action) {
    String name = action.column().name();
    return catalog.change(
        action.table(),
        e ->
            e.table().column(name).isPresent()
                ? e
                : e.withoutGone(name).with(t -> plus(t, action.column())));
  }

  private Table plus(Table table, ColumnDefinition definition) {
    Table with = table.withColumns(Lists.plus(table.columns(), column(definition)));
    ConstraintEffects constraints = new ConstraintEffects(catalog);
    for (TableConstraint constraint : definition.constraints()) {
      with = constraints.add(with, constraint);
    }
    return with;
  }

  static Column column(ColumnDefinition definition) {
    return new Column(
        definition.name(),
        definition.type(),
        !definition.notNull(),
        definition.defaultExpression(),
        definition.generation(),
        definition.layout().collation());
  }

  Catalog drop(Action.DropColumn action) {
    Catalog after =
        catalog.change(
            action.table(),
            e -> e.withGone(action.column()).with(t -> without(t, action.column())));
    if (!action.cascade()) {
      return after;
    }
    ObjectName table = catalog.locate(action.table());
    return after.with(
        after
            .relations()
            .mapTables(t -> withoutReferences(t, table, action.column()))
            .unsureOfViews());
  }

  /** Keys, checks and indexes that name the column go with it. */
  private static Table without(Table table, String column) {
    Table left = table;
    for (Constraint constraint : table.constraints()) {
      if (constraint.columns().contains(column)) {
        left = ConstraintEffects.without(left, constraint);
      }
    }
    return left.withIndexes(left.indexes().stream().filter(i -> !i.names(column, table)).toList())
        .withColumns(table.columns().stream().filter(c -> !c.name().equals(column)).toList());
  }

  private static Table withoutReferences(Table table, ObjectName target, String column) {
    List<Constraint> left =
        table.constraints().stream()
            .filter(c -> c.references().filter(r -> r.isTo(target) && r.names(column)).isEmpty())
            .toList();
    return table.withConstraints(left);
  }

  Catalog rename(Action.RenameColumn action) {
    String from = action.column();
    String to = action.newName();
    ObjectName table = catalog.locate(action.table());
    Catalog after =
        catalog.change(
            action.table(),
            e -> {
              boolean possible = e.table().column(to).isEmpty();
              return possible
                  ? e.withoutGone(to).withGone(from).with(t -> renamed(t, from, to))
                  : e;
            });
    return after.with(
        after
            .relations()
            .mapTables(
                t ->
                    t.withConstraints(Lists.map(t.constraints(), c -> c.follow(table, from, to)))));
  }

  private static Table renamed(Table table, String from, String to) {
    return table
        .mapColumn(from, c -> c.withName(to))
        .withConstraints(Lists.map(table.constraints(), c -> c.renameColumn(from, to)))
        .withIndexes(Lists.map(table.indexes(), i -> i.renameColumn(from, to)));
  }

  Catalog type(Action.AlterColumnType action) {
    return change(action.table(), action.column(), c -> c.withType(action.type()));
  }

  /** The new definition takes the place of the old; a primary key keeps its columns NOT NULL. */
  Catalog modify(Action.ModifyColumn action) {
    ColumnDefinition definition = action.definition();
    return catalog.change(
        action.table(), e -> e.with(t -> constrained(modified(t, definition), definition)));
  }

  private static Table modified(Table table, ColumnDefinition definition) {
    boolean key =
        table.primaryKey().filter(k -> k.columns().contains(definition.name())).isPresent();
    return table.mapColumn(
        definition.name(), c -> column(definition).withNullable(!key && !definition.notNull()));
  }

  private Table constrained(Table table, ColumnDefinition definition) {
    Table with = table;
    for (TableConstraint constraint : definition.constraints()) {
      with = new ConstraintEffects(catalog).add(with, constraint);
    }
    return with;
  }

  Catalog nullable(ObjectName table, String column, boolean nullable) {
    return change(table, column, c -> c.withNullable(nullable));
  }

  Catalog defaultOf(ObjectName table, String column, Optional<String> expression) {
    return change(table, column, c -> c.withDefault(expression));
  }

  private Catalog change(ObjectName table, String column, UnaryOperator<Column> change) {
    return catalog.change(table, e -> e.with(t -> t.mapColumn(column, change)));
  }
}
