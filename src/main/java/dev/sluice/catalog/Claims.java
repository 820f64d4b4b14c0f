package dev.sluice.catalog;

import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Claims about names, each with the nearest name; nothing is claimed that we cannot know. */
final class Claims {
  private final Catalog catalog;

  Claims(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The table, or a view that stands in for it, must be there. */
  List<Conflict> relation(Place place, ObjectName name) {
    return catalog.relation(name) == Presence.ABSENT
        ? unknown(place, ObjectKind.TABLE, name.toString(), name.name(), relations(name))
        : List.of();
  }

  List<Conflict> view(Place place, ObjectName name) {
    return catalog.relation(name) == Presence.ABSENT
        ? unknown(place, ObjectKind.VIEW, name.toString(), name.name(), relations(name))
        : List.of();
  }

  private Stream<String> relations(ObjectName name) {
    Optional<String> schema = catalog.locate(name).schema();
    return Stream.concat(
            catalog.relations().tables().keySet().stream(),
            catalog.relations().others().keySet().stream())
        .filter(n -> n.schema().equals(schema))
        .map(ObjectName::name);
  }

  List<Conflict> index(Place place, ObjectName name) {
    return catalog.index(name) == Presence.ABSENT
        ? unknown(place, ObjectKind.INDEX, name.toString(), name.name(), indexes(name))
        : List.of();
  }

  /** The table must have the index, if it is a table that we know. */
  List<Conflict> indexOf(Place place, ObjectName table, String index) {
    return catalog
        .entry(table)
        .filter(e -> catalog.indexOf(e, index) == Presence.ABSENT)
        .map(Entry::table)
        .map(
            t ->
                unknown(
                    place,
                    ObjectKind.INDEX,
                    table.name() + "." + index,
                    index,
                    t.indexes().stream().map(Index::name)))
        .orElse(List.of());
  }

  private Stream<String> indexes(ObjectName name) {
    Optional<String> schema = catalog.scope().forNew(name, false).schema();
    return catalog.relations().tables().values().stream()
        .map(Entry::table)
        .filter(t -> t.name().schema().equals(schema))
        .flatMap(t -> t.indexes().stream())
        .map(Index::name);
  }

  /** The columns must be there, if the table is one that we know. */
  List<Conflict> columns(Place place, ObjectName table, List<String> columns) {
    return catalog
        .entry(table)
        .map(e -> columns.stream().flatMap(c -> column(place, table, e, c)).toList())
        .orElse(List.of());
  }

  List<Conflict> column(Place place, ObjectName table, String column) {
    return columns(place, table, List.of(column));
  }

  private Stream<Conflict> column(Place place, ObjectName table, Entry entry, String column) {
    if (catalog.column(entry, column) != Presence.ABSENT || isSystem(column)) {
      return Stream.empty();
    }
    Stream<String> names = entry.table().columns().stream().map(Column::name);
    return unknown(place, ObjectKind.COLUMN, table.name() + "." + column, column, names).stream();
  }

  /** One of the tables must have the column, if all are tables that we know. */
  List<Conflict> columnOfAny(Place place, List<ObjectName> tables, String column) {
    List<Entry> entries = tables.stream().flatMap(t -> catalog.entry(t).stream()).toList();
    boolean absent =
        !isSystem(column)
            && entries.stream().allMatch(e -> catalog.column(e, column) == Presence.ABSENT);
    if (tables.isEmpty() || entries.size() < tables.size() || !absent) {
      return List.of();
    }
    Stream<String> names =
        entries.stream().flatMap(e -> e.table().columns().stream()).map(Column::name);
    String shown = tables.size() == 1 ? tables.get(0).name() + "." + column : column;
    return unknown(place, ObjectKind.COLUMN, shown, column, names);
  }

  private boolean isSystem(String column) {
    return switch (catalog.dialect()) {
      case POSTGRESQL ->
          List.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid").contains(column);
      case SQLITE -> List.of("rowid", "oid", "_rowid_").contains(column);
      case MYSQL, MARIADB -> false;
    };
  }

  List<Conflict> constraint(Place place, ObjectName table, String constraint) {
    Optional<Entry> entry = catalog.entry(table);
    boolean absent =
        entry.filter(e -> catalog.constraint(e, constraint) == Presence.ABSENT).isPresent();
    if (!absent || mayBeNotNull(constraint)) {
      return List.of();
    }
    Stream<String> names =
        entry.stream()
            .flatMap(e -> e.table().constraints().stream())
            .flatMap(c -> c.name().stream());
    String shown = table.name() + "." + constraint;
    return unknown(place, ObjectKind.CONSTRAINT, shown, constraint, names);
  }

  /** Since PostgreSQL 18 NOT NULL is a constraint with a name, which catalogs do not list. */
  private boolean mayBeNotNull(String constraint) {
    return constraint.endsWith("_not_null");
  }

  List<Conflict> schema(Place place, ObjectName name) {
    Optional<String> schema = name.schema();
    Scope scope = catalog.scope();
    boolean missing =
        scope.sure(ObjectKind.SCHEMA) && schema.filter(s -> !scope.knowsSchema(s)).isPresent();
    return missing
        ? schema.stream()
            .flatMap(
                s -> unknown(place, ObjectKind.SCHEMA, s, s, scope.schemas().stream()).stream())
            .toList()
        : List.of();
  }

  /** A new table, view or index must not have the name. */
  List<Conflict> free(Place place, ObjectKind kind, ObjectName name, boolean temporary) {
    return catalog.taken(catalog.scope().forNew(name, temporary))
        ? List.of(exists(place, kind, name.toString()))
        : List.of();
  }

  static Conflict exists(Place place, ObjectKind kind, String name) {
    return new Conflict(Conflict.Kind.EXISTS, place, kind.words(), name, Optional.empty());
  }

  static List<Conflict> unknown(
      Place place, ObjectKind kind, String shown, String wanted, Stream<String> candidates) {
    return List.of(
        new Conflict(
            Conflict.Kind.UNKNOWN, place, kind.words(), shown, Nearest.to(wanted, candidates)));
  }

  static List<Conflict> both(List<Conflict> first, List<Conflict> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
