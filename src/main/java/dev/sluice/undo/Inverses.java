package dev.sluice.undo;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.ActionVisitor;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.undo.SchemaBefore.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How each kind of action is taken back on one engine: one method per kind. A method reads the
 * schema as it was just before the action and leaves it as it is afterwards, so the actions of a
 * change are asked for in their order and taken back in the opposite one.
 */
abstract class Inverses implements ActionVisitor<Inverse> {
  /** Where a statement of the change has changed what we would have to bring back. */
  static final Inverse CHANGED_BEFORE =
      Inverse.none(Message.of("an earlier statement of the same change has changed it"));

  static final Inverse NOT_KNOWN =
      Inverse.none(Message.of("Sluice does not know how it was before"));

  final SchemaBefore before;
  final Dialect dialect;
  private final SqlReader reader;
  private final Set<ObjectName> seeded = new HashSet<>();
  private Catalog catalog;
  Context context;

  /** By kind and name, what the change itself has made: the statement that did it. */
  private final Map<String, String> makers = new HashMap<>();

  Inverses(SchemaBefore before, SqlReader reader, Statement first) {
    this.before = before;
    this.dialect = before.dialect();
    this.reader = reader;
    this.catalog = Catalog.unread(dialect);
    this.context = new Context(first);
  }

  static Inverses of(SchemaBefore before, SqlReader reader, Statement first) {
    return switch (before.dialect()) {
      case POSTGRESQL -> new PostgresqlInverses(before, reader, first);
      case MYSQL, MARIADB -> new MysqlInverses(before, reader, first);
      case SQLITE -> new SqliteInverses(before, reader, first);
    };
  }

  /** All actions of a statement, the last one taken back first. */
  Inverse of(Statement statement) {
    context = new Context(statement);
    Inverse all = Inverse.NOTHING;
    for (Action action : statement.actions()) {
      all = one(action).then(all);
    }
    return all;
  }

  private Inverse one(Action action) {
    if (action instanceof Action.OfTable ofTable) {
      seed(ofTable.table());
    }
    Catalog now = catalog;
    catalog = catalog.after(action);
    afterwards = catalog;
    beforehand = now;
    return action.accept(this);
  }

  private Catalog afterwards = Catalog.unread(Dialect.SQLITE);
  private Catalog beforehand = Catalog.unread(Dialect.SQLITE);

  /** The statements that make a table with its keys and indexes, for the names engines make up. */
  abstract List<String> definition(ObjectName table);

  private void seed(ObjectName table) {
    if (!seeded.add(table) || catalog.table(table).isPresent()) {
      return;
    }
    for (String sql : definition(table)) {
      for (Statement statement : reader.read(sql, dialect).statements()) {
        for (Action action : statement.actions()) {
          catalog = catalog.after(action);
        }
      }
    }
  }

  /** The names of constraints that the action has added to the table. */
  List<Constraint> newConstraints(ObjectName table) {
    return added(table, Table::constraints);
  }

  List<Index> newIndexes(ObjectName table) {
    return added(table, Table::indexes);
  }

  private <T> List<T> added(ObjectName table, Function<Table, List<T>> parts) {
    List<T> added = new ArrayList<>(afterwards.table(table).map(parts).orElse(List.of()));
    added.removeAll(beforehand.table(table).map(parts).orElse(List.of()));
    return added;
  }

  String quote(String name) {
    return Names.quote(dialect, name);
  }

  String quote(ObjectName name) {
    return Names.quote(dialect, name);
  }

  /** The object as the engine writes it, else as the statement does. */
  String written(String type, ObjectName name) {
    return before.find(type, name).map(Thing::written).orElseGet(() -> quote(name));
  }

  /** In the schema of the other name. */
  static ObjectName beside(ObjectName other, String name) {
    return new ObjectName(other.schema(), name);
  }

  /** Makes the thing known from now on, as something that this change has made. */
  void made(String type, ObjectName name) {
    before.put(new Thing(type, name, quote(name), List.of()));
    remember(type, name.name());
  }

  /** What this change itself has made comes back as it made it, if that was all it did. */
  void remember(String type, String name) {
    if (!type.equals("TABLE") && context.statement().actions().size() == 1) {
      makers.put(type + " " + name, context.statement().text());
    }
  }

  Inverse asMade(String type, String name) {
    String sql = makers.get(type + " " + name);
    return sql == null ? CHANGED_BEFORE : Inverse.of(sql);
  }

  static boolean isMade(Thing thing) {
    return thing.lines().isEmpty();
  }

  /** The way back of dropping something. */
  Inverse dropped(String type, ObjectName name, Function<Thing, Inverse> again) {
    Optional<Thing> thing = before.find(type, name);
    thing.ifPresent(before::remove);
    if (thing.isEmpty()) {
      return NOT_KNOWN;
    }
    return isMade(thing.get()) ? asMade(type, name.name()) : again.apply(thing.get());
  }

  @Override
  public Inverse insert(Action.Insert action) {
    return Inverse.none(Message.of("rows that were put in are not known"));
  }

  @Override
  public Inverse update(Action.Update action) {
    return Inverse.none(Message.of("data is not restored"));
  }

  @Override
  public Inverse delete(Action.Delete action) {
    return Inverse.none(Message.of("data is not restored"));
  }

  @Override
  public Inverse truncate(Action.Truncate action) {
    return Inverse.none(Message.of("data is not restored"));
  }

  @Override
  public Inverse select(Action.Select action) {
    return Inverse.NOTHING;
  }

  @Override
  public Inverse transactionControl(Action.TransactionControl action) {
    return Inverse.NOTHING;
  }

  @Override
  public Inverse setSetting(Action.SetSetting action) {
    return Inverse.NOTHING;
  }

  @Override
  public Inverse unrecognised(Action.Unrecognised action) {
    return Inverse.none(Message.of("Sluice does not understand the statement"));
  }
}
