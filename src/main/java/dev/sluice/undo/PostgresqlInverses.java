package dev.sluice.undo;

import static dev.sluice.undo.PostgresqlTable.MADE;
import static dev.sluice.undo.PostgresqlTable.old;

import dev.sluice.catalog.Constraint;
import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.TableConstraint;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.undo.SchemaBefore.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Names are written with their schema, as the server does, whatever the search path is. */
final class PostgresqlInverses extends Inverses {
  private static final String TABLE = "TABLE";

  private final Map<String, PostgresqlTable> tables = new HashMap<>();
  private final PostgresqlOthers others;

  PostgresqlInverses(SchemaBefore before, SqlReader reader, Statement first) {
    super(before, reader, first);
    this.others = new PostgresqlOthers(this);
  }

  Optional<PostgresqlTable> table(ObjectName name) {
    return before
        .find(TABLE, name)
        .filter(t -> !isMade(t) || tables.containsKey(t.written()))
        .map(this::table);
  }

  private PostgresqlTable table(Thing thing) {
    return tables.computeIfAbsent(
        thing.written(), k -> new PostgresqlTable(thing.written(), thing.lines()));
  }

  /** Within a table that was there; one that the change made goes as a whole. */
  private Inverse within(ObjectName name, Function<PostgresqlTable, Inverse> how) {
    Optional<Thing> thing = before.find(TABLE, name);
    if (thing.isEmpty()) {
      return NOT_KNOWN;
    }
    return isMade(thing.get()) ? Inverse.NOTHING : how.apply(table(thing.get()));
  }

  @Override
  List<String> definition(ObjectName name) {
    Optional<PostgresqlTable> table = table(name);
    if (table.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(List.of(table.get().create()));
    table.get().constraints.values().forEach(c -> all.add(table.get().add(c)));
    all.addAll(table.get().indexes.values());
    return List.copyOf(all);
  }

  @Override
  public Inverse createTable(Action.CreateTable action) {
    if (action.temporary() || before.find(TABLE, action.table()).isPresent()) {
      return Inverse.NOTHING;
    }
    made(TABLE, action.table());
    return Inverse.of("DROP TABLE " + quote(action.table()))
        .losing(Message.of("rows put into %s since", action.table()));
  }

  @Override
  public Inverse dropTable(Action.DropTable action) {
    if (action.ifExists() && before.find(TABLE, action.table()).isEmpty()) {
      return Inverse.NOTHING;
    }
    return dropped(TABLE, action.table(), thing -> again(table(thing), action));
  }

  private Inverse again(PostgresqlTable table, Action.DropTable action) {
    if (table.isPartitioned()) {
      return Inverse.none(Message.of("the partitions of %s are gone with it", action.table()));
    }
    boolean seen =
        before.all().filter(t -> t.type().endsWith("VIEW")).anyMatch(t -> speaks(t, table));
    if (action.cascade() && seen) {
      return Inverse.none(Message.of("CASCADE took views along"));
    }
    List<String> all = new ArrayList<>(sequencesOf(table, Optional.empty()));
    all.add(table.create());
    all.addAll(ownersOf(table, Optional.empty()));
    all.addAll(table.belongings());
    table
        .parent()
        .ifPresent(
            p ->
                all.add(
                    table
                        .bound()
                        .map(b -> "ALTER TABLE " + p + " ATTACH PARTITION " + table.name + " " + b)
                        .orElse("ALTER TABLE " + table.name + " INHERIT " + p)));
    if (action.cascade()) {
      all.addAll(keysTo(table));
    }
    return Inverse.of(all).losing(Message.of("the rows of %s", action.table()));
  }

  private static boolean speaks(Thing view, PostgresqlTable table) {
    return Names.mentions(view.text(), Names.parse(table.name).name());
  }

  /** Foreign keys of other tables to this one. */
  private List<String> keysTo(PostgresqlTable table) {
    return before
        .all(TABLE)
        .filter(t -> !isMade(t))
        .map(this::table)
        .filter(t -> !t.name.equals(table.name))
        .flatMap(
            t ->
                t.constraints.values().stream()
                    .filter(c -> c.contains(" REFERENCES " + table.name + "("))
                    .map(t::add))
        .toList();
  }

  /** Sequences that go with the table or the column; an identity makes its own again. */
  private List<String> sequencesOf(PostgresqlTable table, Optional<String> column) {
    return owned(table, column).map(s -> others.createSequence(s, false)).toList();
  }

  private List<String> ownersOf(PostgresqlTable table, Optional<String> column) {
    return owned(table, column)
        .map(
            s ->
                "ALTER SEQUENCE "
                    + s.written()
                    + s.text().replaceFirst(".*( owned by )", " OWNED BY "))
        .toList();
  }

  private java.util.stream.Stream<Thing> owned(PostgresqlTable table, Optional<String> column) {
    return before
        .all("SEQUENCE")
        .filter(s -> s.text().contains(" owned by " + table.name + "."))
        .filter(s -> column.isEmpty() || s.text().endsWith("." + quote(column.get())))
        .filter(
            s ->
                table.columns.entrySet().stream()
                    .noneMatch(
                        c ->
                            s.text().endsWith("." + quote(c.getKey()))
                                && c.getValue().contains(" as identity")));
  }

  @Override
  public Inverse renameTable(Action.RenameTable action) {
    Optional<Thing> found = before.find(TABLE, action.table());
    if (found.isEmpty()) {
      return NOT_KNOWN;
    }
    Thing thing = found.get();
    ObjectName name = beside(thing.name(), action.newName());
    before.remove(thing);
    before.put(new Thing(TABLE, name, quote(name), thing.lines()));
    if (isMade(thing)) {
      return Inverse.of("ALTER TABLE " + quote(name) + " RENAME TO " + quote(thing.name().name()));
    }
    PostgresqlTable table = table(thing);
    List<String> lines = thing.lines();
    PostgresqlTable renamed = new PostgresqlTable(quote(name), lines);
    renamed.columns.clear();
    renamed.columns.putAll(table.columns);
    renamed.constraints.clear();
    renamed.constraints.putAll(table.constraints);
    renamed.indexes.replaceAll(
        (k, v) ->
            table.indexes.containsKey(k)
                ? v.replace(" ON " + table.name + " ", " ON " + quote(name) + " ")
                : MADE);
    tables.put(quote(name), renamed);
    return Inverse.of("ALTER TABLE " + quote(name) + " RENAME TO " + quote(thing.name().name()));
  }

  @Override
  public Inverse addColumn(Action.AddColumn action) {
    return within(
        action.table(),
        t -> {
          String column = action.column().name();
          if (t.columns.containsKey(column)) {
            return Inverse.NOTHING;
          }
          t.columns.put(column, MADE);
          return Inverse.of(alter(t) + "DROP COLUMN " + quote(column))
              .losing(Message.of("what was written into %s since", column));
        });
  }

  @Override
  public Inverse dropColumn(Action.DropColumn action) {
    return within(action.table(), t -> dropColumn(t, action));
  }

  private Inverse dropColumn(PostgresqlTable t, Action.DropColumn action) {
    String column = action.column();
    if (!t.columns.containsKey(column)) {
      return Inverse.NOTHING;
    }
    Optional<String> definition = old(t.columns, column);
    if (definition.isEmpty()) {
      t.columns.remove(column);
      return CHANGED_BEFORE;
    }
    boolean seen =
        before
            .all()
            .filter(v -> v.type().endsWith("VIEW"))
            .anyMatch(v -> speaks(v, t) && Names.mentions(v.text(), column));
    if (action.cascade() && seen) {
      return Inverse.none(Message.of("CASCADE took views along"));
    }
    List<String> all = new ArrayList<>(sequencesOf(t, Optional.of(column)));
    all.add(alter(t) + "ADD COLUMN " + definition.get());
    all.addAll(ownersOf(t, Optional.of(column)));
    t.with(t.constraints, column)
        .filter(e -> !e.getValue().equals(MADE))
        .map(e -> t.add(e.getValue()))
        .forEach(all::add);
    t.with(t.indexes, column).map(Map.Entry::getValue).forEach(all::add);
    Optional.ofNullable(t.columnComments.get(column))
        .ifPresent(c -> all.add(t.commentOn(column, Optional.of(c))));
    t.with(t.constraints, column).map(Map.Entry::getKey).toList().forEach(t.constraints::remove);
    t.with(t.indexes, column).map(Map.Entry::getKey).toList().forEach(t.indexes::remove);
    t.columns.remove(column);
    boolean generated = definition.get().contains(" generated always as (");
    Inverse inverse =
        generated
            ? Inverse.of(all)
            : Inverse.of(all).losing(Message.of("the values of %s", column));
    boolean needs =
        definition.get().contains(" not null")
            && !definition.get().contains(" default ")
            && !definition.get().contains(" as identity")
            && !generated;
    return needs
        ? inverse.losing(
            Message.of("fails while %s has rows: %s is NOT NULL without a default", t.name, column))
        : inverse;
  }

  @Override
  public Inverse renameColumn(Action.RenameColumn action) {
    return within(
        action.table(),
        t -> {
          Optional<String> definition = Optional.ofNullable(t.columns.remove(action.column()));
          t.columns.put(
              action.newName(),
              definition
                  .filter(d -> !d.equals(MADE))
                  .map(d -> quote(action.newName()) + d.substring(quote(action.column()).length()))
                  .orElse(MADE));
          t.constraints.replaceAll((k, c) -> Names.mentions(c, action.column()) ? MADE : c);
          t.indexes.replaceAll((k, i) -> Names.mentions(i, action.column()) ? MADE : i);
          return Inverse.of(
              alter(t)
                  + "RENAME COLUMN "
                  + quote(action.newName())
                  + " TO "
                  + quote(action.column()));
        });
  }

  @Override
  public Inverse alterColumnType(Action.AlterColumnType action) {
    return within(
        action.table(),
        t -> {
          Optional<String> definition = old(t.columns, action.column());
          t.columns.put(action.column(), MADE);
          return definition
              .map(d -> type(t, action, new PostgresqlColumn(d)))
              .orElse(t.columns.containsKey(action.column()) ? CHANGED_BEFORE : NOT_KNOWN);
        });
  }

  private Inverse type(PostgresqlTable t, Action.AlterColumnType action, PostgresqlColumn column) {
    if (column.isGenerated()) {
      return Inverse.none(Message.of("%s is computed", action.column()));
    }
    String alter = "ALTER COLUMN " + quote(action.column());
    List<String> clauses = new ArrayList<>();
    column.expression().ifPresent(d -> clauses.add(alter + " DROP DEFAULT"));
    clauses.add(
        alter
            + " TYPE "
            + column.typeWithCollation()
            + " USING "
            + quote(action.column())
            + "::"
            + column.type());
    List<String> all = new ArrayList<>();
    all.add(alter(t) + String.join(", ", clauses));
    column.expression().ifPresent(d -> all.add(alter(t) + alter + " SET DEFAULT " + d));
    Inverse inverse =
        Inverse.of(all)
            .losing(Message.of("values of %s that %s cannot hold", action.column(), column.type()));
    return action.using().isPresent()
        ? inverse.losing(Message.of("what USING made of the values of %s", action.column()))
        : inverse;
  }

  @Override
  public Inverse modifyColumn(Action.ModifyColumn action) {
    return NOT_KNOWN;
  }

  /** With one of a column's parts as it was. */
  private Inverse column(
      Action.OfTable action, String column, Function<PostgresqlColumn, Inverse> how) {
    return within(
        action.table(),
        t -> {
          Optional<String> definition = Optional.ofNullable(t.columns.get(column));
          if (definition.isEmpty()) {
            return NOT_KNOWN;
          }
          return definition.get().equals(MADE)
              ? CHANGED_BEFORE
              : how.apply(new PostgresqlColumn(definition.get()));
        });
  }

  private String alter(PostgresqlTable table) {
    return "ALTER TABLE " + table.name + " ";
  }

  private Inverse alterColumn(ObjectName table, String column, String what) {
    return within(table, t -> Inverse.of(alter(t) + "ALTER COLUMN " + quote(column) + " " + what));
  }

  private void replace(ObjectName table, String column, String definition) {
    table(table).ifPresent(t -> t.columns.put(column, definition));
  }

  @Override
  public Inverse setNotNull(Action.SetNotNull action) {
    return column(
        action,
        action.column(),
        c -> {
          replace(action.table(), action.column(), c.withNotNull(true));
          return c.notNull()
              ? Inverse.NOTHING
              : alterColumn(action.table(), action.column(), "DROP NOT NULL");
        });
  }

  @Override
  public Inverse dropNotNull(Action.DropNotNull action) {
    return column(
        action,
        action.column(),
        c -> {
          replace(action.table(), action.column(), c.withNotNull(false));
          return c.notNull()
              ? alterColumn(action.table(), action.column(), "SET NOT NULL")
                  .losing(Message.of("fails while %s is NULL in a row", action.column()))
              : Inverse.NOTHING;
        });
  }

  @Override
  public Inverse setDefault(Action.SetDefault action) {
    return defaultOf(action, action.column(), Optional.of(action.expression()));
  }

  @Override
  public Inverse dropDefault(Action.DropDefault action) {
    return defaultOf(action, action.column(), Optional.empty());
  }

  private Inverse defaultOf(Action.OfTable action, String column, Optional<String> now) {
    return column(
        action,
        column,
        c -> {
          replace(action.table(), column, c.withDefault(now));
          return alterColumn(
              action.table(),
              column,
              c.expression().map(d -> "SET DEFAULT " + d).orElse("DROP DEFAULT"));
        });
  }

  @Override
  public Inverse addConstraint(Action.AddConstraint action) {
    return within(action.table(), t -> addConstraint(t, action));
  }

  private Inverse addConstraint(PostgresqlTable t, Action.AddConstraint action) {
    Optional<String> name =
        action
            .constraint()
            .name()
            .or(
                () ->
                    newConstraints(action.table()).stream()
                        .flatMap(c -> c.name().stream())
                        .findFirst());
    if (name.isEmpty()) {
      return Inverse.none(Message.of("the name of the constraint is not known"));
    }
    t.constraints.put(name.get(), MADE);
    Inverse inverse = Inverse.of(alter(t) + "DROP CONSTRAINT " + quote(name.get()));
    if (action.constraint() instanceof TableConstraint.PrimaryKey key) {
      List<String> columns = key.usingIndex().isPresent() ? List.of() : key.columns();
      inverse = inverse.and(nullable(t, columns.isEmpty() ? keyColumns(action.table()) : columns));
    }
    Optional<String> index = usingIndex(action.constraint());
    return index.isPresent()
        ? inverse.and(old(t.indexes, index.get()).map(List::of).orElse(List.of()))
        : inverse;
  }

  private List<String> keyColumns(ObjectName table) {
    return newConstraints(table).stream().map(Constraint::columns).flatMap(List::stream).toList();
  }

  /** A primary key makes its columns NOT NULL and leaves them so. */
  private List<String> nullable(PostgresqlTable t, List<String> columns) {
    return columns.stream()
        .filter(c -> old(t.columns, c).filter(d -> !new PostgresqlColumn(d).notNull()).isPresent())
        .map(c -> alter(t) + "ALTER COLUMN " + quote(c) + " DROP NOT NULL")
        .toList();
  }

  private static Optional<String> usingIndex(TableConstraint constraint) {
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      return key.usingIndex();
    }
    return constraint instanceof TableConstraint.Unique unique
        ? unique.usingIndex()
        : Optional.empty();
  }

  @Override
  public Inverse dropConstraint(Action.DropConstraint action) {
    return within(
        action.table(),
        t -> {
          if (action.ifExists() && !t.constraints.containsKey(action.constraint())) {
            return Inverse.NOTHING;
          }
          Optional<String> definition = old(t.constraints, action.constraint());
          t.constraints.remove(action.constraint());
          if (definition.isEmpty()) {
            return CHANGED_BEFORE;
          }
          Inverse inverse =
              Inverse.of(t.add(definition.get()))
                  .losing(Message.of("fails while rows break %s", action.constraint()));
          return action.cascade() ? inverse.and(keysTo(t)) : inverse;
        });
  }

  @Override
  public Inverse validateConstraint(Action.ValidateConstraint action) {
    return within(
        action.table(),
        t -> {
          Optional<String> definition = old(t.constraints, action.constraint());
          if (definition.filter(d -> d.endsWith(" NOT VALID")).isEmpty()) {
            return Inverse.NOTHING;
          }
          t.constraints.put(action.constraint(), definition.get().replaceFirst(" NOT VALID$", ""));
          return Inverse.of(
              alter(t)
                  + "DROP CONSTRAINT "
                  + quote(action.constraint())
                  + ", ADD "
                  + definition.get());
        });
  }

  @Override
  public Inverse createIndex(Action.CreateIndex action) {
    Optional<String> name =
        action
            .name()
            .map(ObjectName::name)
            .or(() -> newIndexes(action.table()).stream().map(i -> i.name()).findFirst());
    boolean own = before.find(TABLE, action.table()).filter(Inverses::isMade).isPresent();
    if (own) {
      return Inverse.NOTHING;
    }
    Optional<PostgresqlTable> table = table(action.table());
    if (name.isEmpty()) {
      return Inverse.none(Message.of("the name of the index is not known"));
    }
    if (table.filter(t -> t.indexes.containsKey(name.get())).isPresent()) {
      return Inverse.NOTHING;
    }
    table.ifPresent(t -> t.indexes.put(name.get(), MADE));
    remember("INDEX", name.get());
    String schema =
        table.flatMap(t -> Names.parse(t.name).schema()).map(s -> quote(s) + ".").orElse("");
    return Inverse.of(
        "DROP INDEX "
            + (action.concurrently() ? "CONCURRENTLY " : "")
            + schema
            + quote(name.get()));
  }

  @Override
  public Inverse dropIndex(Action.DropIndex action) {
    Optional<Map<String, String>> owner = ownerOf(action.index());
    if (owner.isEmpty()) {
      return action.ifExists() ? Inverse.NOTHING : NOT_KNOWN;
    }
    Optional<String> definition = old(owner.get(), action.index().name());
    owner.get().remove(action.index().name());
    String concurrently = action.concurrently() ? "$1CONCURRENTLY " : "$1";
    return definition
        .map(
            d ->
                d.replaceFirst(" INVALID$", "")
                    .replaceFirst("^(CREATE (?:UNIQUE )?INDEX )", concurrently))
        .map(Inverse::of)
        .orElseGet(() -> asMade("INDEX", action.index().name()));
  }

  /** The indexes of the table or materialized view that has this one. */
  private Optional<Map<String, String>> ownerOf(ObjectName index) {
    return before
        .all()
        .filter(t -> t.type().equals(TABLE) || t.type().equals("MATERIALIZED VIEW"))
        .filter(t -> index.schema().isEmpty() || index.schema().equals(t.name().schema()))
        .filter(t -> tables.containsKey(t.written()) || t.text().contains(index.name()))
        .map(t -> table(t).indexes)
        .filter(m -> m.containsKey(index.name()))
        .findFirst();
  }

  @Override
  public Inverse createView(Action.CreateView action) {
    return others.createView(action);
  }

  @Override
  public Inverse dropView(Action.DropView action) {
    return others.dropView(action);
  }

  @Override
  public Inverse otherDdl(Action.OtherDdl action) {
    return others.inverse(action);
  }
}
