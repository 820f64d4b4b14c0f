package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A schema as data, immutable: reading it from a target gives the first one, each action gives the
 * next. An <em>unread</em> catalog (target unreachable, or none asked) knows only what the scripts
 * themselves created; it never claims that something is missing unless they dropped it.
 */
public final class Catalog {
  private final Scope scope;
  private final Relations relations;

  Catalog(Scope scope, Relations relations) {
    this.scope = scope;
    this.relations = relations;
  }

  /** A catalog that knows nothing yet. */
  public static Catalog unread(Dialect dialect) {
    return new Catalog(Scope.unread(dialect), Relations.NONE);
  }

  /** The catalog of a target. */
  public static Catalog of(Dialect dialect, ServerVersion version, SchemaContents contents) {
    Scope scope =
        new Scope(
            dialect,
            Optional.of(version),
            true,
            contents.schemas(),
            contents.path(),
            Set.of(),
            false);
    return new Catalog(scope, Relations.of(contents));
  }

  public Dialect dialect() {
    return scope.dialect();
  }

  /** Empty for an unread catalog. */
  public Optional<ServerVersion> version() {
    return scope.version();
  }

  /** Whether it was read from a target, so that "not there" means something. */
  public boolean read() {
    return scope.read();
  }

  /** Whether a script has switched MySQL's {@code foreign_key_checks} off before. */
  public boolean keysUnchecked() {
    return scope.keysUnchecked();
  }

  /** The table when we know it; its columns may be incomplete after CREATE TABLE … AS. */
  public Optional<Table> table(ObjectName name) {
    return entry(name).filter(Catalog::shown).map(Entry::table);
  }

  public boolean hasView(ObjectName name) {
    Relation relation = relations.others().get(locate(name));
    return relation == Relation.VIEW || relation == Relation.MATERIALIZED_VIEW;
  }

  /** A materialized view as the table that it is stored in: its columns, indexes and size. */
  public Optional<Table> materializedView(ObjectName name) {
    boolean known = relations.others().get(locate(name)) == Relation.MATERIALIZED_VIEW;
    return entry(name).filter(e -> known).map(Entry::table);
  }

  /** The table that has the index, with the index. */
  public Optional<Table> tableOfIndex(ObjectName index) {
    return entryOfIndex(index).map(Entry::table);
  }

  public Collection<Table> tables() {
    return relations.tables().values().stream().filter(Catalog::shown).map(Entry::table).toList();
  }

  /** Created by the actions applied so far, and so invisible to anybody else until the commit. */
  public boolean isNew(ObjectName table) {
    return entry(table).filter(Entry::isNew).isPresent();
  }

  /** New, and no script has put rows into it yet. */
  public boolean isNewAndEmpty(ObjectName table) {
    return entry(table).filter(e -> e.isNew() && !e.filled()).isPresent();
  }

  /** What is wrong with doing this now; empty when nothing is, or when we cannot know. */
  public List<Conflict> conflicts(Action action) {
    return action.accept(new Conflicts(this));
  }

  /** What is wrong with reading a table or view now; system tables are always there. */
  public List<Conflict> conflicts(Place place, ObjectName read) {
    boolean system = read.name().startsWith("pg_") || read.name().startsWith("sqlite_");
    return system || read.schema().filter("information_schema"::equals).isPresent()
        ? List.of()
        : new Claims(this).relation(place, read);
  }

  /** What is wrong with reading a column that must be one of these tables'. */
  public List<Conflict> conflicts(Place place, List<ObjectName> tables, String column) {
    return new Claims(this).columnOfAny(place, tables, column);
  }

  /** The catalog after the action; an action with conflicts changes what it can. */
  public Catalog after(Action action) {
    return action.accept(new Effects(this));
  }

  Scope scope() {
    return scope;
  }

  Relations relations() {
    return relations;
  }

  Catalog with(Relations changed) {
    return new Catalog(scope, changed);
  }

  Catalog with(Scope changed) {
    return new Catalog(changed, relations);
  }

  Catalog with(Entry entry) {
    return with(relations.with(entry));
  }

  /** The name with the schema in which it is found, or else in which it would be made. */
  public ObjectName locate(ObjectName name) {
    return scope
        .candidates(name)
        .filter(relations::has)
        .findFirst()
        .orElseGet(() -> scope.forNew(name, false));
  }

  Optional<Entry> entry(ObjectName name) {
    return Optional.ofNullable(relations.tables().get(locate(name)));
  }

  Optional<Entry> entryOfIndex(ObjectName index) {
    List<ObjectName> candidates = scope.candidates(index).toList();
    return relations.tables().values().stream()
        .filter(e -> e.table().index(index.name()).isPresent())
        .filter(e -> candidates.contains(inSchemaOf(e.table(), index.name())))
        .findFirst();
  }

  /** Changes the table; a table that may exist unseen is glimpsed, a missing one stays missing. */
  Catalog change(ObjectName name, UnaryOperator<Entry> change) {
    Optional<Entry> known = entry(name);
    if (known.isEmpty() && relation(name) == Presence.ABSENT) {
      return this;
    }
    return with(change.apply(known.orElseGet(() -> glimpse(name))));
  }

  private Entry glimpse(ObjectName name) {
    return Entry.glimpsed(
        new Table(locate(name), List.of(), List.of(), List.of(), false, false, Size.UNKNOWN));
  }

  /** Whether a table, a view or the like is there. */
  Presence relation(ObjectName name) {
    ObjectName located = locate(name);
    if (relations.has(located)) {
      return Presence.PRESENT;
    }
    boolean sure = scope.sure(ObjectKind.TABLE) && scope.sure(ObjectKind.VIEW);
    return absence(located, sure);
  }

  Presence index(ObjectName name) {
    return entryOfIndex(name).isPresent()
        ? Presence.PRESENT
        : absence(scope.forNew(name, false), scope.sure(ObjectKind.INDEX));
  }

  private Presence absence(ObjectName located, boolean sure) {
    if (relations.gone().contains(located)) {
      return Presence.ABSENT;
    }
    boolean hidden = scope.outside(located) || relations.unsure().contains(located.name());
    return sure && !hidden ? Presence.ABSENT : Presence.UNKNOWN;
  }

  Presence column(Entry entry, String column) {
    if (entry.table().column(column).isPresent()) {
      return Presence.PRESENT;
    }
    return entry.gone().contains(column) || knows(entry, ObjectKind.COLUMN)
        ? Presence.ABSENT
        : Presence.UNKNOWN;
  }

  Presence constraint(Entry entry, String constraint) {
    if (entry.table().constraint(constraint).isPresent()) {
      return Presence.PRESENT;
    }
    return knows(entry, ObjectKind.CONSTRAINT) ? Presence.ABSENT : Presence.UNKNOWN;
  }

  Presence indexOf(Entry entry, String index) {
    if (entry.table().index(index).isPresent()) {
      return Presence.PRESENT;
    }
    return knows(entry, ObjectKind.INDEX) ? Presence.ABSENT : Presence.UNKNOWN;
  }

  private boolean knows(Entry entry, ObjectKind kind) {
    boolean ours = entry.isNew() && !scope.blurred(kind);
    return entry.known() == Entry.Known.ALL && (ours || scope.sure(kind));
  }

  /** Whether a new table, view or index cannot have this name. */
  boolean taken(ObjectName located) {
    Entry entry = relations.tables().get(located);
    boolean table = entry != null && shown(entry);
    boolean other = relations.others().containsKey(located) && !scope.blurred(ObjectKind.VIEW);
    return table || other || (indexesShareNames() && entryOfIndex(located).isPresent());
  }

  /** In MySQL an index is called as it likes, on each table anew. */
  boolean indexesShareNames() {
    return switch (dialect()) {
      case POSTGRESQL, SQLITE -> true;
      case MYSQL, MARIADB -> false;
    };
  }

  /** The table that has the index: the one that the statement names, or the one that is found. */
  public Optional<Table> tableOfIndex(Action.DropIndex action) {
    return action.table().isPresent()
        ? action.table().flatMap(this::table)
        : tableOfIndex(action.index());
  }

  private static ObjectName inSchemaOf(Table table, String index) {
    return new ObjectName(table.name().schema(), index);
  }

  private static boolean shown(Entry entry) {
    return entry.known() != Entry.Known.GLIMPSED;
  }

  @Override
  public String toString() {
    return dialect().id() + (read() ? " catalog of " : " unread catalog of ") + tables().size();
  }
}
