package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable.Origin;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conflicts of CREATE, DROP and RENAME of tables and views. */
final class TableConflicts {
  private final Catalog catalog;
  private final Claims claims;

  TableConflicts(Catalog catalog) {
    this.catalog = catalog;
    this.claims = new Claims(catalog);
  }

  List<Conflict> create(Action.CreateTable action) {
    List<Conflict> conflicts = new ArrayList<>(claims.schema(action.place(), action.table()));
    List<Conflict> taken =
        claims.free(action.place(), ObjectKind.TABLE, action.table(), action.temporary());
    if (!taken.isEmpty()) {
      return action.ifNotExists() ? List.of() : Claims.both(conflicts, taken);
    }
    conflicts.addAll(twice(action));
    conflicts.addAll(constraints(action));
    return conflicts;
  }

  private static List<Conflict> twice(Action.CreateTable action) {
    Set<String> seen = new HashSet<>();
    return action.columns().stream()
        .filter(c -> !seen.add(c.name()))
        .map(
            c ->
                Claims.exists(c.place(), ObjectKind.COLUMN, action.table().name() + "." + c.name()))
        .toList();
  }

  /** The constraints are judged as if the table were there already, without them. */
  private List<Conflict> constraints(Action.CreateTable action) {
    Catalog with = catalog.after(withoutConstraints(action));
    ObjectName name = catalog.scope().forNew(action.table(), action.temporary());
    ConstraintConflicts checks = new ConstraintConflicts(with);
    List<Conflict> conflicts = new ArrayList<>();
    for (ColumnDefinition column : action.columns()) {
      column.constraints().forEach(c -> conflicts.addAll(checks.names(name, c)));
    }
    action.constraints().forEach(c -> conflicts.addAll(checks.names(name, c)));
    return conflicts;
  }

  private static Action.CreateTable withoutConstraints(Action.CreateTable action) {
    Origin origin = action.origin() == Origin.AS_SELECT ? Origin.LIKE : action.origin();
    return new Action.CreateTable(
        action.place(),
        action.table(),
        action.writtenName(),
        action.ifNotExists(),
        action.temporary(),
        action.columns().stream().map(TableConflicts::bare).toList(),
        List.of(),
        origin);
  }

  static ColumnDefinition bare(ColumnDefinition column) {
    return new ColumnDefinition(
        column.place(),
        column.name(),
        column.writtenName(),
        column.type(),
        column.notNull(),
        column.defaultExpression(),
        column.generation(),
        List.of());
  }

  List<Conflict> drop(Action.DropTable action) {
    return action.ifExists() ? List.of() : claims.relation(action.place(), action.table());
  }

  List<Conflict> rename(Action.RenameTable action) {
    List<Conflict> unknown = unlessIndex(action);
    ObjectName target = new ObjectName(catalog.locate(action.table()).schema(), action.newName());
    return unknown.isEmpty()
        ? claims.free(action.place(), ObjectKind.TABLE, target, false)
        : unknown;
  }

  /** PostgreSQL renames indexes through ALTER TABLE too. */
  private List<Conflict> unlessIndex(Action.RenameTable action) {
    return catalog.index(action.table()) == Presence.PRESENT
        ? List.of()
        : claims.relation(action.place(), action.table());
  }

  List<Conflict> createView(Action.CreateView action) {
    List<Conflict> schema = claims.schema(action.place(), action.view());
    boolean allowed =
        action.ifNotExists() || (action.orReplace() && catalog.hasView(action.view()));
    return allowed
        ? schema
        : Claims.both(schema, claims.free(action.place(), ObjectKind.VIEW, action.view(), false));
  }

  List<Conflict> dropView(Action.DropView action) {
    return action.ifExists() ? List.of() : claims.view(action.place(), action.view());
  }
}
