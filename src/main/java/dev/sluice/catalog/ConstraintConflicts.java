package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;

/** Conflicts of keys, foreign keys and checks. */
final class ConstraintConflicts {
  private final Catalog catalog;
  private final Claims claims;

  ConstraintConflicts(Catalog catalog) {
    this.catalog = catalog;
    this.claims = new Claims(catalog);
  }

  List<Conflict> add(Action.AddConstraint action) {
    List<Conflict> missing = claims.relation(action.place(), action.table());
    return missing.isEmpty() ? added(action.table(), action.constraint()) : missing;
  }

  List<Conflict> added(ObjectName table, TableConstraint constraint) {
    return Claims.both(taken(table, constraint), names(table, constraint));
  }

  private List<Conflict> taken(ObjectName table, TableConstraint constraint) {
    Optional<Table> known = catalog.table(table);
    Optional<String> name =
        constraint.name().filter(n -> known.flatMap(t -> t.constraint(n)).isPresent());
    if (name.isPresent()) {
      return List.of(exists(constraint.place(), table, name.get()));
    }
    boolean second = constraint instanceof TableConstraint.PrimaryKey;
    return known.flatMap(Table::primaryKey).filter(k -> second).stream()
        .map(k -> exists(constraint.place(), table, k.name().orElse("primary key")))
        .toList();
  }

  private static Conflict exists(Place place, ObjectName table, String name) {
    return Claims.exists(place, ObjectKind.CONSTRAINT, table.name() + "." + name);
  }

  /** What the constraint names must be there: columns, an index, another table. */
  List<Conflict> names(ObjectName table, TableConstraint constraint) {
    Place place = constraint.place();
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      return key(place, table, key.columns(), key.usingIndex());
    }
    if (constraint instanceof TableConstraint.Unique key) {
      return key(place, table, key.columns(), key.usingIndex());
    }
    if (constraint instanceof TableConstraint.Key key) {
      return claims.columns(place, table, Lists.plain(key.columns()));
    }
    return constraint instanceof TableConstraint.ForeignKey key
        ? foreignKey(place, table, key)
        : List.of();
  }

  private List<Conflict> foreignKey(Place place, ObjectName table, TableConstraint.ForeignKey key) {
    List<Conflict> own = claims.columns(place, table, key.columns());
    if (catalog.scope().blurred(ObjectKind.REFERENCED_TABLE)) {
      return own;
    }
    return Claims.both(
        own,
        Claims.both(
            claims.relation(place, key.referencedTable()),
            claims.columns(place, key.referencedTable(), key.referencedColumns())));
  }

  private List<Conflict> key(
      Place place, ObjectName table, List<String> columns, Optional<String> usingIndex) {
    Optional<String> schema = catalog.locate(table).schema();
    return Claims.both(
        claims.columns(place, table, columns),
        usingIndex.map(i -> claims.index(place, new ObjectName(schema, i))).orElse(List.of()));
  }

  List<Conflict> drop(Action.DropConstraint action) {
    return action.ifExists()
        ? table(action)
        : existing(action.place(), action.table(), action.constraint());
  }

  private List<Conflict> table(Action.DropConstraint action) {
    return claims.relation(action.place(), action.table());
  }

  List<Conflict> existing(Place place, ObjectName table, String constraint) {
    return Claims.both(claims.relation(place, table), claims.constraint(place, table, constraint));
  }
}
