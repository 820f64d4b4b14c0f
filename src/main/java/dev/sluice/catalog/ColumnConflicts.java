package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conflicts of columns: in ALTER TABLE, in indexes, in the lists of INSERT and UPDATE. */
final class ColumnConflicts {
  private final Catalog catalog;
  private final Claims claims;

  ColumnConflicts(Catalog catalog) {
    this.catalog = catalog;
    this.claims = new Claims(catalog);
  }

  /** Both the table and its columns must be there. */
  List<Conflict> existing(Place place, ObjectName table, List<String> columns) {
    return Claims.both(claims.relation(place, table), claims.columns(place, table, columns));
  }

  List<Conflict> add(Action.AddColumn action) {
    String name = action.column().name();
    List<Conflict> missing = claims.relation(action.place(), action.table());
    if (!missing.isEmpty()) {
      return missing;
    }
    if (has(action.table(), name)) {
      return action.ifNotExists()
          ? List.of()
          : List.of(exists(action.place(), action.table(), name));
    }
    Catalog with = catalog.after(bare(action));
    List<Conflict> conflicts = new ArrayList<>();
    for (TableConstraint constraint : action.column().constraints()) {
      conflicts.addAll(new ConstraintConflicts(with).added(action.table(), constraint));
    }
    return conflicts;
  }

  private static Action bare(Action.AddColumn action) {
    return new Action.AddColumn(
        action.place(), action.table(), action.ifNotExists(), TableConflicts.bare(action.column()));
  }

  List<Conflict> drop(Action.DropColumn action) {
    List<String> columns = action.ifExists() ? List.of() : List.of(action.column());
    return existing(action.place(), action.table(), columns);
  }

  List<Conflict> rename(Action.RenameColumn action) {
    List<Conflict> unknown = existing(action.place(), action.table(), List.of(action.column()));
    boolean taken = has(action.table(), action.newName());
    return unknown.isEmpty() && taken
        ? List.of(exists(action.place(), action.table(), action.newName()))
        : unknown;
  }

  private boolean has(ObjectName table, String column) {
    return catalog.entry(table).flatMap(e -> e.table().column(column)).isPresent();
  }

  private static Conflict exists(Place place, ObjectName table, String column) {
    return Claims.exists(place, ObjectKind.COLUMN, table.name() + "." + column);
  }

  List<Conflict> createIndex(Action.CreateIndex action) {
    List<String> plain = Lists.plain(action.columns());
    List<Conflict> missing = existing(action.place(), action.table(), plain);
    return Claims.both(missing, action.ifNotExists() ? List.of() : taken(action));
  }

  private List<Conflict> taken(Action.CreateIndex action) {
    if (!catalog.indexesShareNames()) {
      Optional<String> name = action.name().map(ObjectName::name);
      return name.filter(n -> indexOf(action.table(), n)).stream()
          .map(
              n -> Claims.exists(action.place(), ObjectKind.INDEX, action.table().name() + "." + n))
          .toList();
    }
    return action
        .name()
        .map(n -> new ObjectName(catalog.locate(action.table()).schema(), n.name()))
        .filter(catalog::taken)
        .map(n -> List.of(Claims.exists(action.place(), ObjectKind.INDEX, n.name())))
        .orElse(List.of());
  }

  List<Conflict> dropIndex(Action.DropIndex action) {
    if (action.table().isEmpty()) {
      return action.ifExists() ? List.of() : claims.index(action.place(), action.index());
    }
    ObjectName table = action.table().get();
    List<Conflict> missing = existing(action.place(), table, List.of());
    return missing.isEmpty() && !action.ifExists()
        ? claims.indexOf(action.place(), table, action.index().name())
        : missing;
  }

  private boolean indexOf(ObjectName table, String index) {
    return catalog.entry(table).flatMap(e -> e.table().index(index)).isPresent();
  }
}
