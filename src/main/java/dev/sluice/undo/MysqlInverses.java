package dev.sluice.undo;

import static dev.sluice.undo.MysqlTable.MADE;
import static dev.sluice.undo.MysqlTable.fold;
import static dev.sluice.undo.MysqlTable.old;

import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.TableConstraint;
import dev.sluice.sql.Token;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.undo.SchemaBefore.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** MySQL and MariaDB: what SHOW CREATE said comes back, word for word. */
final class MysqlInverses extends Inverses {
  private static final String TABLE = "TABLE";
  private static final Set<String> CODE =
      Set.of("FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "SEQUENCE");
  private static final Set<String> HARMLESS =
      Set.of("ANALYZE", "OPTIMIZE", "REPAIR", "LOCK", "UNLOCK");

  private final Map<String, MysqlTable> tables = new HashMap<>();

  MysqlInverses(SchemaBefore before, SqlReader reader, Statement first) {
    super(before, reader, first);
  }

  private MysqlTable table(Thing thing) {
    return tables.computeIfAbsent(
        thing.written(), k -> new MysqlTable(thing.written(), thing.lines()));
  }

  @Override
  List<String> definition(ObjectName name) {
    return before
        .find(TABLE, name)
        .filter(t -> !isMade(t))
        .map(t -> List.of(table(t).text))
        .orElse(List.of());
  }

  private Inverse within(ObjectName name, Function<MysqlTable, Inverse> how) {
    Optional<Thing> thing = before.find(TABLE, name);
    if (thing.isEmpty()) {
      return NOT_KNOWN;
    }
    return isMade(thing.get()) ? Inverse.NOTHING : how.apply(table(thing.get()));
  }

  private static String alter(MysqlTable table) {
    return "ALTER TABLE " + table.name + " ";
  }

  @Override
  public Inverse createTable(Action.CreateTable action) {
    if (action.temporary() || before.find(TABLE, action.table()).isPresent()) {
      return Inverse.NOTHING;
    }
    made(TABLE, new ObjectName(Optional.empty(), action.writtenName()));
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
        thing -> {
          List<String> all = new ArrayList<>(List.of(table(thing).text));
          before.all("TRIGGER").filter(t -> isOn(t, thing)).forEach(t -> all.add(code(t)));
          return Inverse.of(all).losing(Message.of("the rows of %s", action.table()));
        });
  }

  /** MariaDB keeps a trigger as it was written. */
  private static boolean isOn(Thing trigger, Thing table) {
    String name = Pattern.quote(table.name().name());
    return Pattern.compile("\\bon\\s+`?" + name + "`?\\s", Pattern.CASE_INSENSITIVE)
        .matcher(trigger.text())
        .find();
  }

  @Override
  public Inverse renameTable(Action.RenameTable action) {
    Optional<Thing> thing = before.find(TABLE, action.table());
    if (thing.isEmpty()) {
      return NOT_KNOWN;
    }
    String renamed = quote(action.newName());
    before.remove(thing.get());
    before.put(new Thing(TABLE, ObjectName.of(action.newName()), renamed, thing.get().lines()));
    if (!isMade(thing.get())) {
      MysqlTable table = table(thing.get());
      table.name = renamed;
      tables.put(renamed, table);
    }
    return Inverse.of("RENAME TABLE " + renamed + " TO " + thing.get().written());
  }

  @Override
  public Inverse addColumn(Action.AddColumn action) {
    return within(
        action.table(),
        t -> {
          String column = action.column().name();
          if (t.columns.containsKey(fold(column))) {
            return Inverse.NOTHING;
          }
          t.columns.put(fold(column), MADE);
          return Inverse.of(alter(t) + "DROP COLUMN " + quote(action.column().writtenName()))
              .losing(Message.of("what was written into %s since", column));
        });
  }

  @Override
  public Inverse dropColumn(Action.DropColumn action) {
    return within(
        action.table(),
        t -> {
          if (!t.columns.containsKey(fold(action.column()))) {
            return Inverse.NOTHING;
          }
          Optional<String> definition = old(t.columns, action.column());
          String position = t.position(action.column());
          t.columns.remove(fold(action.column()));
          if (definition.isEmpty()) {
            return CHANGED_BEFORE;
          }
          List<String> clauses = new ArrayList<>();
          clauses.add("ADD COLUMN " + definition.get() + position);
          Map<String, String> keys = new HashMap<>(t.keys);
          keys.forEach((name, key) -> clauses.addAll(keyAgain(t, name, key, action.column())));
          return Inverse.of(alter(t) + String.join(", ", clauses))
              .losing(Message.of("the values of %s", action.column()));
        });
  }

  /** MySQL takes a dropped column out of its keys, and a key without columns away. */
  private List<String> keyAgain(MysqlTable t, String name, String key, String column) {
    String columns = MysqlTable.columnsOf(key);
    if (key.equals(MADE) || !Names.mentions(columns, column)) {
      return List.of();
    }
    t.keys.put(name, MADE);
    boolean gone = !columns.contains(",");
    if (gone) {
      return List.of("ADD " + key);
    }
    String drop = name.equals("primary") ? "DROP PRIMARY KEY" : "DROP INDEX " + quote(name);
    return List.of(drop, "ADD " + key);
  }

  @Override
  public Inverse renameColumn(Action.RenameColumn action) {
    return within(
        action.table(),
        t -> {
          String definition = t.columns.getOrDefault(fold(action.column()), MADE);
          boolean redefined =
              context.statement().actions().stream()
                  .anyMatch(
                      a ->
                          a instanceof Action.ModifyColumn m
                              && m.renamed()
                              && m.column().equals(action.newName()));
          Map<String, String> columns = new HashMap<>();
          List<String> order = new ArrayList<>(t.columns.keySet());
          columns.putAll(t.columns);
          t.columns.clear();
          for (String column : order) {
            boolean renamed = column.equals(fold(action.column()));
            t.columns.put(
                renamed ? fold(action.newName()) : column,
                renamed ? MADE : columns.getOrDefault(column, MADE));
          }
          t.keys.replaceAll(
              (k, v) -> Names.mentions(MysqlTable.columnsOf(v), action.column()) ? MADE : v);
          if (redefined) {
            return definition.equals(MADE)
                ? CHANGED_BEFORE
                : Inverse.of(
                        alter(t) + "CHANGE COLUMN " + quote(action.newName()) + " " + definition)
                    .losing(
                        Message.of(
                            "values of %s that %s cannot hold",
                            action.newName(), type(definition)));
          }
          String then = definition.equals(MADE) ? action.column() : Names.first(definition);
          return Inverse.of(
              alter(t) + "RENAME COLUMN " + quote(action.newName()) + " TO " + quote(then));
        });
  }

  private static String type(String definition) {
    String[] words = definition.replaceFirst("^`(?:[^`]|``)+` ", "").split(" ");
    return words.length > 1 && words[1].equals("unsigned") ? words[0] + " unsigned" : words[0];
  }

  @Override
  public Inverse alterColumnType(Action.AlterColumnType action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse modifyColumn(Action.ModifyColumn action) {
    if (action.renamed()) {
      return Inverse.NOTHING; // the way back of the name states the whole column
    }
    boolean moved = action.definition().layout().after().isPresent();
    return within(
        action.table(),
        t -> {
          Optional<String> definition = old(t.columns, action.column());
          String position = moved ? t.position(action.column()) : "";
          t.columns.put(fold(action.column()), MADE);
          return definition
              .map(
                  d ->
                      Inverse.of(alter(t) + "MODIFY COLUMN " + d + position)
                          .losing(
                              Message.of(
                                  "values of %s that %s cannot hold", action.column(), type(d))))
              .orElse(CHANGED_BEFORE);
        });
  }

  private Inverse restated(ObjectName table, String column) {
    return within(
        table,
        t -> {
          Optional<String> definition = old(t.columns, column);
          t.columns.put(fold(column), MADE);
          return definition
              .map(d -> Inverse.of(alter(t) + "MODIFY COLUMN " + d))
              .orElse(CHANGED_BEFORE);
        });
  }

  @Override
  public Inverse setNotNull(Action.SetNotNull action) {
    return restated(action.table(), action.column());
  }

  @Override
  public Inverse dropNotNull(Action.DropNotNull action) {
    return restated(action.table(), action.column());
  }

  @Override
  public Inverse setDefault(Action.SetDefault action) {
    return restated(action.table(), action.column());
  }

  @Override
  public Inverse dropDefault(Action.DropDefault action) {
    return restated(action.table(), action.column());
  }

  @Override
  public Inverse addConstraint(Action.AddConstraint action) {
    return within(action.table(), t -> addConstraint(t, action));
  }

  private Inverse addConstraint(MysqlTable t, Action.AddConstraint action) {
    TableConstraint constraint = action.constraint();
    List<String> names =
        newConstraints(action.table()).stream().flatMap(c -> c.name().stream()).toList();
    List<String> indexes = newIndexes(action.table()).stream().map(i -> i.name()).toList();
    Optional<String> name = names.stream().findFirst().or(() -> indexes.stream().findFirst());
    if (constraint instanceof TableConstraint.PrimaryKey key) {
      t.keys.put("primary", MADE);
      List<String> clauses = new ArrayList<>(List.of("DROP PRIMARY KEY"));
      key.columns().stream()
          .flatMap(c -> old(t.columns, c).stream())
          .filter(d -> !d.contains(" NOT NULL"))
          .forEach(d -> clauses.add("MODIFY COLUMN " + d));
      return Inverse.of(alter(t) + String.join(", ", clauses));
    }
    if (name.isEmpty()) {
      return Inverse.none(Message.of("the name of the constraint is not known"));
    }
    t.keys.put(fold(name.get()), MADE);
    if (constraint instanceof TableConstraint.ForeignKey) {
      Inverse inverse = Inverse.of(alter(t) + "DROP FOREIGN KEY " + quote(name.get()));
      return inverse.and(indexes.stream().map(i -> alter(t) + "DROP INDEX " + quote(i)).toList());
    }
    if (constraint instanceof TableConstraint.Check) {
      return check(t, name.get());
    }
    return Inverse.of(alter(t) + "DROP INDEX " + quote(name.get()));
  }

  /** MySQL before 8.0.16 reads checks and forgets them. */
  private Inverse check(MysqlTable t, String name) {
    if (dialect == Dialect.MARIADB) {
      return Inverse.of(alter(t) + "DROP CONSTRAINT " + quote(name));
    }
    return checksCount(before.serverVersion())
        ? Inverse.of(alter(t) + "DROP CHECK " + quote(name))
        : Inverse.NOTHING;
  }

  static boolean checksCount(String version) {
    String[] parts = version.split("[.-]");
    int number = 0;
    for (int i = 0; i < 3; i++) {
      number =
          number * 1000
              + (parts.length > i && parts[i].matches("\\d{1,3}") ? Integer.parseInt(parts[i]) : 0);
    }
    return number >= 8_000_016;
  }

  @Override
  public Inverse dropConstraint(Action.DropConstraint action) {
    return keyDropped(action.table(), action.constraint(), action.ifExists());
  }

  private Inverse keyDropped(ObjectName table, String key, boolean ifExists) {
    return within(
        table,
        t -> {
          if (ifExists && !t.keys.containsKey(fold(key))) {
            return Inverse.NOTHING;
          }
          Optional<String> definition = old(t.keys, key);
          t.keys.remove(fold(key));
          if (definition.isEmpty()) {
            return asMade("INDEX", fold(key));
          }
          Inverse again = Inverse.of(alter(t) + "ADD " + definition.get());
          boolean plain = definition.get().matches("(?:FULLTEXT |SPATIAL )?KEY .*");
          return plain ? again : again.losing(Message.of("fails while rows break %s", key));
        });
  }

  @Override
  public Inverse validateConstraint(Action.ValidateConstraint action) {
    return NOT_KNOWN;
  }

  @Override
  public Inverse createIndex(Action.CreateIndex action) {
    return within(
        action.table(),
        t -> {
          Optional<String> name =
              action
                  .name()
                  .map(ObjectName::name)
                  .or(() -> newIndexes(action.table()).stream().map(i -> i.name()).findFirst());
          if (name.isEmpty()) {
            return Inverse.none(Message.of("the name of the index is not known"));
          }
          if (t.keys.containsKey(fold(name.get()))) {
            return Inverse.NOTHING;
          }
          t.keys.put(fold(name.get()), MADE);
          remember("INDEX", fold(name.get()));
          return Inverse.of(alter(t) + "DROP INDEX " + quote(name.get()));
        });
  }

  @Override
  public Inverse dropIndex(Action.DropIndex action) {
    return action
        .table()
        .map(t -> keyDropped(t, action.index().name(), action.ifExists()))
        .orElse(NOT_KNOWN);
  }

  @Override
  public Inverse createView(Action.CreateView action) {
    Optional<Thing> there = before.find("VIEW", action.view());
    there.ifPresent(before::remove);
    made("VIEW", action.view());
    if (there.isEmpty()) {
      return Inverse.of("DROP VIEW " + quote(action.view().name()));
    }
    return isMade(there.get())
        ? CHANGED_BEFORE
        : Inverse.of(there.get().text().replaceFirst("^CREATE ", "CREATE OR REPLACE "));
  }

  @Override
  public Inverse dropView(Action.DropView action) {
    return action.ifExists() && before.find("VIEW", action.view()).isEmpty()
        ? Inverse.NOTHING
        : dropped("VIEW", action.view(), t -> Inverse.of(t.text()));
  }

  /** Without what tells the mode in which it was written. */
  private static String code(Thing thing) {
    return thing.text().replaceFirst("(?s)\\nsql_mode '[^']*'\\s*$", "");
  }

  @Override
  public Inverse otherDdl(OtherDdl action) {
    ObjectName name = action.name().orElse(ObjectName.of(""));
    String type = action.objectType();
    if (HARMLESS.contains(action.verb())) {
      return Inverse.NOTHING;
    }
    if (CODE.contains(type)) {
      return code(action, name);
    }
    if (action.verb().equals("RENAME") && type.equals("INDEX")) {
      return renamedIndex(action, name);
    }
    if (type.equals("PARTITION") || action.verb().equals("PARTITION")) {
      return partitions(action, name);
    }
    boolean option =
        type.equals("TABLE OPTIONS")
            && !Set.of("AUTO_INCREMENT").contains(action.detail().clause());
    if (action.verb().equals("CONVERT")) {
      return converted(name);
    }
    if (option || (Set.of("REBUILD", "COPY").contains(action.verb()) && type.equals("TABLE"))) {
      return within(name, t -> Inverse.of(alter(t) + t.options()));
    }
    return type.equals("TABLE OPTIONS")
        ? Inverse.NOTHING
        : Inverse.none(Message.of("Sluice knows no way back of %s", action.verb() + " " + type));
  }

  private Inverse code(OtherDdl action, ObjectName name) {
    String type = action.objectType();
    Optional<Thing> there = before.find(type, name);
    String drop = "DROP " + type + " " + quote(name.name());
    return switch (action.verb()) {
      case "CREATE" -> {
        there.ifPresent(before::remove);
        made(type, name);
        yield there
            .map(t -> isMade(t) ? CHANGED_BEFORE : Inverse.of(drop, code(t)))
            .orElse(Inverse.of(drop));
      }
      case "ALTER" -> dropped(type, name, t -> Inverse.of(drop, code(t)));
      case "DROP" -> dropped(type, name, t -> Inverse.of(code(t)));
      default -> NOT_KNOWN;
    };
  }

  private Inverse renamedIndex(OtherDdl action, ObjectName table) {
    return within(
        table,
        t -> {
          List<Token> tokens = context.tokens(action.place());
          String now = tokens.get(tokens.size() - 1).unquoted();
          String then = tokens.get(tokens.size() - 3).unquoted();
          t.keys.put(fold(now), MADE);
          t.keys.remove(fold(then));
          return Inverse.of(alter(t) + "RENAME INDEX " + quote(now) + " TO " + quote(then));
        });
  }

  private Inverse partitions(OtherDdl action, ObjectName table) {
    return within(
        table,
        t -> {
          boolean removes =
              context.has(action, "REMOVE")
                  || context
                      .text(action.place())
                      .toUpperCase(java.util.Locale.ROOT)
                      .startsWith("REMOVE");
          if (removes) {
            return Inverse.of(alter(t) + t.partitions());
          }
          if (action.verb().equals("PARTITION")) {
            return t.isPartitioned()
                ? Inverse.of(alter(t) + t.partitions())
                : Inverse.of(alter(t) + "REMOVE PARTITIONING");
          }
          if (action.verb().equals("ADD")) {
            return Inverse.of(alter(t) + "DROP PARTITION " + String.join(", ", added(action)))
                .losing(Message.of("rows put into the new partitions since"));
          }
          return Inverse.none(
              Message.of("Sluice knows no way back of %s", action.verb() + " PARTITION"));
        });
  }

  private List<String> added(OtherDdl action) {
    List<Token> tokens = context.tokens(action.place());
    List<String> names = new ArrayList<>();
    for (int i = 2; i < tokens.size(); i++) {
      if (tokens.get(i - 1).is("PARTITION") && tokens.get(i).isName()) {
        names.add(quote(tokens.get(i).unquoted()));
      }
    }
    return names;
  }

  private Inverse converted(ObjectName table) {
    return within(
        table,
        t -> {
          List<String> clauses = new ArrayList<>();
          clauses.add(t.options());
          t.columns.values().stream()
              .filter(MysqlTable::hasLetters)
              .forEach(c -> clauses.add("MODIFY COLUMN " + c));
          return Inverse.of(
                  alter(t) + "CONVERT TO CHARACTER SET " + t.letters(),
                  alter(t) + String.join(", ", clauses))
              .losing(Message.of("letters that the character set before does not have"));
        });
  }
}
