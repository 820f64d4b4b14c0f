package dev.sluice.catalog;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.IndexKind;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What keys, foreign keys and checks do to a table. */
final class ConstraintEffects {
  private static final Set<Constraint.Kind> INDEXED =
      Set.of(Constraint.Kind.PRIMARY_KEY, Constraint.Kind.UNIQUE, Constraint.Kind.OTHER);

  private static final Pattern EXCLUDE = Pattern.compile("(?i)\\bexclude\\b");

  private final Catalog catalog;
  private final ImplicitNames names;

  ConstraintEffects(Catalog catalog) {
    this.catalog = catalog;
    this.names = ImplicitNames.of(catalog.dialect());
  }

  Catalog add(Action.AddConstraint action) {
    return catalog.change(action.table(), e -> e.with(t -> add(t, action.constraint())));
  }

  Catalog drop(Action.DropConstraint action) {
    Optional<Constraint> dropped =
        catalog.entry(action.table()).flatMap(e -> e.table().constraint(action.constraint()));
    if (dropped.isEmpty()) {
      return catalog;
    }
    ObjectName table = catalog.locate(action.table());
    Catalog after = catalog.change(action.table(), e -> e.with(t -> without(t, dropped.get())));
    return action.cascade()
        ? after.with(after.relations().mapTables(t -> withoutDependents(t, table, dropped.get())))
        : after;
  }

  /** Foreign keys that lean on the dropped key go with it. */
  private static Table withoutDependents(Table table, ObjectName target, Constraint key) {
    return table.withConstraints(
        table.constraints().stream()
            .filter(
                c ->
                    c.references()
                        .filter(r -> r.isTo(target) && r.columns().equals(key.columns()))
                        .isEmpty())
            .toList());
  }

  Catalog validate(Action.ValidateConstraint action) {
    return catalog.change(
        action.table(),
        e ->
            e.with(
                t ->
                    t.withConstraints(
                        t.constraints().stream()
                            .map(c -> c.isNamed(action.constraint()) ? c.asValidated() : c)
                            .toList())));
  }

  /** The table with the constraint and the index behind it. */
  Table add(Table table, TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      Table keyed =
          key(table, Constraint.Kind.PRIMARY_KEY, key.name(), key.columns(), key.usingIndex());
      return notNull(keyed);
    }
    if (constraint instanceof TableConstraint.Unique key) {
      return key(table, Constraint.Kind.UNIQUE, key.name(), key.columns(), key.usingIndex());
    }
    if (constraint instanceof TableConstraint.ForeignKey key) {
      return supported(plus(table, foreignKey(table, key)), key);
    }
    if (constraint instanceof TableConstraint.Key key) {
      return key.name().flatMap(table::index).isPresent()
          ? table
          : IndexEffects.plus(table, plain(table, key.name(), key.columns(), key.kind()));
    }
    if (constraint instanceof TableConstraint.Check check) {
      return plus(table, check(table, check));
    }
    return other(table, (TableConstraint.Other) constraint);
  }

  /** MySQL makes an index for a foreign key that has none. */
  private Table supported(Table table, TableConstraint.ForeignKey key) {
    boolean mysql = catalog.dialect() == Dialect.MYSQL || catalog.dialect() == Dialect.MARIADB;
    boolean there =
        table.indexes().stream()
            .map(Index::columns)
            .filter(c -> c.size() >= key.columns().size())
            .anyMatch(c -> c.subList(0, key.columns().size()).equals(key.columns()));
    Optional<String> name = key.name().filter(n -> table.index(n).isEmpty());
    Index made = plain(table, name, key.columns(), IndexKind.PLAIN);
    return mysql && !there ? IndexEffects.plus(table, made) : table;
  }

  private Index plain(Table table, Optional<String> name, List<String> columns, IndexKind kind) {
    String made = name.orElseGet(() -> names.index(table, columns, taken(table)));
    return new Index(made, columns, false, false, true, Optional.empty(), kind);
  }

  private Table key(
      Table table,
      Constraint.Kind kind,
      Optional<String> name,
      List<String> columns,
      Optional<String> usingIndex) {
    Optional<Index> existing = usingIndex.flatMap(table::index);
    if (existing.isPresent()) {
      return adopt(table, kind, name, existing.get());
    }
    boolean primary = kind == Constraint.Kind.PRIMARY_KEY;
    Optional<String> named = names.namesConstraints() ? name : Optional.empty();
    String made =
        named.orElseGet(
            () ->
                primary
                    ? names.primaryKey(table, taken(table))
                    : names.unique(table, columns, taken(table)));
    Table keyed = plus(table, constraint(kind, names.ofConstraint(name, made), columns));
    return isRowId(table, kind, columns)
        ? keyed
        : IndexEffects.plus(keyed, new Index(made, columns, true, primary, true, Optional.empty()));
  }

  /** The index becomes the constraint's own and takes its name. */
  private static Table adopt(
      Table table, Constraint.Kind kind, Optional<String> name, Index index) {
    String named = name.orElse(index.name());
    boolean primary = kind == Constraint.Kind.PRIMARY_KEY;
    Index renamed = new Index(named, index.columns(), true, primary, index.valid(), index.where());
    Table with = table.withIndexes(replace(table.indexes(), index, renamed));
    return plus(with, constraint(kind, Optional.of(named), index.columns()));
  }

  private static <T> List<T> replace(List<T> list, T old, T replacement) {
    return list.stream().map(item -> item.equals(old) ? replacement : item).toList();
  }

  private boolean isRowId(Table table, Constraint.Kind kind, List<String> columns) {
    return catalog.dialect() == Dialect.SQLITE
        && kind == Constraint.Kind.PRIMARY_KEY
        && columns.size() == 1
        && table.column(columns.get(0)).filter(c -> c.type().name().equals("integer")).isPresent();
  }

  /** SQLite alone lets a key's columns be NULL, unless the column is the row's own number. */
  private Table notNull(Table table) {
    List<String> columns = table.primaryKey().map(Constraint::columns).orElse(List.of());
    boolean rowId = isRowId(table, Constraint.Kind.PRIMARY_KEY, columns);
    if (catalog.dialect() == Dialect.SQLITE && !rowId) {
      return table;
    }
    Table changed = table;
    for (String column : columns) {
      changed = changed.mapColumn(column, c -> c.withNullable(false));
    }
    return rowId ? changed.mapColumn(columns.get(0), Column::asIdentity) : changed;
  }

  private Constraint foreignKey(Table table, TableConstraint.ForeignKey key) {
    ObjectName target = catalog.locate(key.referencedTable());
    List<String> columns =
        key.referencedColumns().isEmpty() ? primaryKeyOf(table, target) : key.referencedColumns();
    String made = names.foreignKey(table, key.columns());
    return new Constraint(
        Constraint.Kind.FOREIGN_KEY,
        names.ofConstraint(key.name(), made),
        key.columns(),
        Optional.of(new Constraint.Reference(target, columns)),
        Optional.empty(),
        !key.notValid());
  }

  private List<String> primaryKeyOf(Table table, ObjectName target) {
    Optional<Table> referenced =
        target.equals(table.name()) ? Optional.of(table) : catalog.table(target);
    return referenced.flatMap(Table::primaryKey).map(Constraint::columns).orElse(List.of());
  }

  private Constraint check(Table table, TableConstraint.Check check) {
    List<String> columns = Expressions.columns(check.expression(), table);
    return new Constraint(
        Constraint.Kind.CHECK,
        names.ofConstraint(check.name(), names.check(table, columns)),
        columns,
        Optional.empty(),
        Optional.of(check.expression()),
        !check.notValid());
  }

  /** Of the kinds that we know by their text only, EXCLUDE has an index. */
  private Table other(Table table, TableConstraint.Other other) {
    boolean exclusion = EXCLUDE.matcher(other.text()).find();
    List<String> columns = exclusion ? Expressions.columns(other.text(), table) : List.of();
    Optional<String> name =
        exclusion
            ? other.name().or(() -> Optional.of(names.exclusion(table, columns, taken(table))))
            : other.name();
    Table with =
        plus(
            table,
            new Constraint(
                Constraint.Kind.OTHER,
                name,
                columns,
                Optional.empty(),
                Optional.of(other.text()),
                true));
    return name.filter(n -> exclusion)
        .map(n -> new Index(n, columns, false, false, true, Optional.empty()))
        .map(i -> IndexEffects.plus(with, i))
        .orElse(with);
  }

  private static Constraint constraint(
      Constraint.Kind kind, Optional<String> name, List<String> columns) {
    return new Constraint(kind, name, columns, Optional.empty(), Optional.empty(), true);
  }

  private Predicate<String> taken(Table table) {
    return name ->
        table.index(name).isPresent() || catalog.taken(new ObjectName(table.name().schema(), name));
  }

  static Table plus(Table table, Constraint constraint) {
    return table.withConstraints(Lists.plus(table.constraints(), constraint));
  }

  /** Without the constraint and, if it is a key, its index. */
  static Table without(Table table, Constraint constraint) {
    Table without = table.withConstraints(Lists.without(table.constraints(), constraint));
    Optional<Index> index = constraint.name().flatMap(table::index);
    return index.isPresent() && INDEXED.contains(constraint.kind())
        ? without.withIndexes(Lists.without(table.indexes(), index.get()))
        : without;
  }
}
