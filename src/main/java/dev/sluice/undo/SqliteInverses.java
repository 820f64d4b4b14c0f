package dev.sluice.undo;

import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.undo.SchemaBefore.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SQLite, by its own ALTER TABLE only: rebuilding a table empties it first, which its foreign keys
 * would follow.
 */
final class SqliteInverses extends Inverses {
  private static final String TABLE = "TABLE";
  private final SqlReader reader;

  SqliteInverses(SchemaBefore before, SqlReader reader, Statement first) {
    super(before, reader, first);
    this.reader = reader;
  }

  @Override
  List<String> definition(ObjectName table) {
    return before
        .find(TABLE, table)
        .filter(t -> !isMade(t))
        .map(t -> List.of(t.text()))
        .orElse(List.of());
  }

  @Override
  public Inverse createTable(Action.CreateTable action) {
    if (action.temporary() || before.find(TABLE, action.table()).isPresent()) {
      return Inverse.NOTHING;
    }
    made(TABLE, ObjectName.of(action.table().name()));
    return Inverse.of("DROP TABLE " + quote(action.writtenName()))
        .losing(Message.of("rows put into %s since", action.table()));
  }

  @Override
  public Inverse dropTable(Action.DropTable action) {
    if (action.ifExists() && before.find(TABLE, action.table()).isEmpty()) {
      return Inverse.NOTHING;
    }
    return dropped(
        TABLE,
        action.table(),
        t -> {
          List<String> all = new ArrayList<>(List.of(t.text()));
          belonging("INDEX", action.table()).forEach(i -> all.add(i.text()));
          belonging("TRIGGER", action.table()).forEach(i -> all.add(i.text()));
          return Inverse.of(all).losing(Message.of("the rows of %s", action.table()));
        });
  }

  /** Indexes and triggers, whose definitions name their table. */
  private Stream<Thing> belonging(String type, ObjectName table) {
    return before.all(type).filter(t -> !isMade(t)).filter(t -> isOn(t, table));
  }

  private boolean isOn(Thing thing, ObjectName table) {
    return actions(thing.text())
        .anyMatch(
            a ->
                a instanceof Action.CreateIndex index
                    ? index.table().name().equalsIgnoreCase(table.name())
                    : a instanceof Action.OtherDdl ddl
                        && ddl.detail()
                            .other()
                            .filter(o -> o.name().equalsIgnoreCase(table.name()))
                            .isPresent());
  }

  private Stream<Action> actions(String sql) {
    return reader.read(sql, dialect).statements().stream().flatMap(s -> s.actions().stream());
  }

  @Override
  public Inverse renameTable(Action.RenameTable action) {
    Optional<Thing> thing = before.find(TABLE, action.table());
    if (thing.isEmpty()) {
      return NOT_KNOWN;
    }
    before.remove(thing.get());
    made(TABLE, ObjectName.of(action.newName()));
    return Inverse.of(
        "ALTER TABLE " + quote(action.newName()) + " RENAME TO " + thing.get().written());
  }

  @Override
  public Inverse addColumn(Action.AddColumn action) {
    return within(
        action.table(),
        t ->
            Inverse.of(
                    "ALTER TABLE "
                        + t.written()
                        + " DROP COLUMN "
                        + quote(action.column().writtenName()))
                .losing(Message.of("what was written into %s since", action.column().name())));
  }

  /** What follows in the change finds the table made anew. */
  private Inverse within(ObjectName name, java.util.function.Function<Thing, Inverse> how) {
    Optional<Thing> thing = before.find(TABLE, name);
    if (thing.isEmpty()) {
      return NOT_KNOWN;
    }
    return how.apply(thing.get());
  }

  @Override
  public Inverse dropColumn(Action.DropColumn action) {
    return within(
        action.table(),
        t -> {
          if (isMade(t)) {
            return Inverse.NOTHING;
          }
          Optional<Written> column = column(t, action.column());
          if (column.isEmpty()) {
            return CHANGED_BEFORE;
          }
          ColumnDefinition definition = column.get().definition;
          boolean addable =
              definition.constraints().isEmpty()
                  && definition.generation() == ColumnDefinition.Generation.NONE
                  && (!definition.notNull() || definition.defaultExpression().isPresent());
          return addable
              ? Inverse.of("ALTER TABLE " + t.written() + " ADD COLUMN " + column.get().text)
                  .losing(Message.of("the values of %s", action.column()))
              : Inverse.none(
                  Message.of("SQLite cannot add the column %s to a table", action.column()));
        });
  }

  private record Written(ColumnDefinition definition, String text) {}

  private Optional<Written> column(Thing table, String column) {
    String text = table.text();
    return actions(text)
        .filter(Action.CreateTable.class::isInstance)
        .flatMap(a -> ((Action.CreateTable) a).columns().stream())
        .filter(c -> c.name().equalsIgnoreCase(column))
        .map(c -> new Written(c, text.substring(c.place().offset(), c.place().endOffset())))
        .findFirst();
  }

  @Override
  public Inverse renameColumn(Action.RenameColumn action) {
    return within(
        action.table(),
        t -> {
          String then =
              column(t, action.column())
                  .map(w -> w.definition.writtenName())
                  .orElse(action.column());
          return Inverse.of(
              "ALTER TABLE %s RENAME COLUMN %s TO %s"
                  .formatted(t.written(), quote(action.newName()), quote(then)));
        });
  }

  @Override
  public Inverse alterColumnType(Action.AlterColumnType action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse modifyColumn(Action.ModifyColumn action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse setNotNull(Action.SetNotNull action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse dropNotNull(Action.DropNotNull action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse setDefault(Action.SetDefault action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse dropDefault(Action.DropDefault action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse addConstraint(Action.AddConstraint action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse dropConstraint(Action.DropConstraint action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse validateConstraint(Action.ValidateConstraint action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse createIndex(Action.CreateIndex action) {
    ObjectName name = action.name().orElse(ObjectName.of(""));
    return before.find("INDEX", name).isPresent() ? Inverse.NOTHING : created("INDEX", name);
  }

  private Inverse created(String type, ObjectName name) {
    made(type, ObjectName.of(name.name()));
    return Inverse.of("DROP " + type + " " + quote(name.name()));
  }

  @Override
  public Inverse dropIndex(Action.DropIndex action) {
    return gone("INDEX", action.index(), action.ifExists());
  }

  private Inverse gone(String type, ObjectName name, boolean ifExists) {
    return ifExists && before.find(type, name).isEmpty()
        ? Inverse.NOTHING
        : dropped(type, name, t -> Inverse.of(t.text()));
  }

  @Override
  public Inverse createView(Action.CreateView action) {
    return before.find("VIEW", action.view()).isPresent()
        ? Inverse.NOTHING
        : created("VIEW", action.view());
  }

  @Override
  public Inverse dropView(Action.DropView action) {
    return gone("VIEW", action.view(), action.ifExists());
  }

  @Override
  public Inverse otherDdl(Action.OtherDdl action) {
    ObjectName name = action.name().orElse(ObjectName.of(""));
    if (action.is("CREATE", "TRIGGER")) {
      return before.find("TRIGGER", name).isPresent() ? Inverse.NOTHING : created("TRIGGER", name);
    }
    if (action.is("DROP", "TRIGGER")) {
      return gone("TRIGGER", name, false);
    }
    return action.verb().equals("VACUUM")
            || action.verb().equals("REINDEX")
            || action.verb().equals("ANALYZE")
        ? Inverse.NOTHING
        : Inverse.none(
            Message.of(
                "Sluice knows no way back of %s", action.verb() + " " + action.objectType()));
  }
}
