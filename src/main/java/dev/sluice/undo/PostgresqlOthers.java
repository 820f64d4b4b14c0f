package dev.sluice.undo;

import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Token;
import dev.sluice.undo.SchemaBefore.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Views, sequences, types, functions, triggers, grants and the rest of PostgreSQL. */
final class PostgresqlOthers {
  private static final Set<String> HARMLESS =
      Set.of("VACUUM", "ANALYZE", "REINDEX", "CLUSTER", "REFRESH", "LOCK", "CHECKPOINT");
  private static final Set<String> CODE = Set.of("FUNCTION", "PROCEDURE");
  private static final Set<String> RENAMED =
      Set.of("SEQUENCE", "TYPE", "DOMAIN", "VIEW", "MATERIALIZED VIEW", "SCHEMA", "INDEX");

  /** What undoes a clause of ALTER TABLE by saying the opposite. */
  private static final Map<String, String> OPPOSITES =
      Map.of(
          "SET UNLOGGED", "SET LOGGED",
          "SET LOGGED", "SET UNLOGGED",
          "ENABLE ROW LEVEL SECURITY", "DISABLE ROW LEVEL SECURITY",
          "DISABLE ROW LEVEL SECURITY", "ENABLE ROW LEVEL SECURITY",
          "FORCE ROW LEVEL SECURITY", "NO FORCE ROW LEVEL SECURITY",
          "NO FORCE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY");

  private final PostgresqlInverses all;

  PostgresqlOthers(PostgresqlInverses all) {
    this.all = all;
  }

  private SchemaBefore before() {
    return all.before;
  }

  Inverse createView(Action.CreateView action) {
    String type = action.materialized() ? "MATERIALIZED VIEW" : "VIEW";
    Optional<Thing> there = before().find(type, action.view());
    if (there.isEmpty()) {
      all.made(type, action.view());
      return Inverse.of("DROP " + type + " " + all.quote(action.view()));
    }
    if (!action.orReplace()) {
      return Inverse.NOTHING;
    }
    before().remove(there.get());
    all.made(type, action.view());
    return Inverses.isMade(there.get())
        ? Inverses.CHANGED_BEFORE
        : Inverse.of("DROP VIEW " + there.get().written())
            .and(view(there.get()))
            .losing(Message.of("fails while something is built on %s", action.view()));
  }

  Inverse dropView(Action.DropView action) {
    boolean view = before().find("VIEW", action.view()).isPresent();
    String type = view ? "VIEW" : "MATERIALIZED VIEW";
    if (action.ifExists() && before().find(type, action.view()).isEmpty()) {
      return Inverse.NOTHING;
    }
    return all.dropped(
        type,
        action.view(),
        t -> {
          boolean others =
              before()
                  .all()
                  .filter(v -> v.type().endsWith("VIEW"))
                  .anyMatch(v -> Names.mentions(v.text(), t.name().name()));
          return action.cascade() && others
              ? Inverse.none(Message.of("CASCADE took views along"))
              : Inverse.of(view(t));
        });
  }

  private List<String> view(Thing view) {
    List<String> query = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String line : view.lines()) {
      boolean open = query.isEmpty() || !query.get(query.size() - 1).endsWith(";");
      (open ? query : rest).add(line);
    }
    PostgresqlTable parts = new PostgresqlTable(view.written(), rest);
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE "
            + view.type()
            + " "
            + view.written()
            + " AS\n"
            + String.join("\n", query).replaceFirst(";$", ""));
    statements.addAll(parts.belongings());
    return statements;
  }

  String createSequence(Thing sequence, boolean withOwner) {
    String text = sequence.text();
    return "CREATE SEQUENCE "
        + sequence.written()
        + " "
        + (withOwner ? text : text.replaceFirst(" owned by .*", ""));
  }

  Inverse inverse(OtherDdl action) {
    if (HARMLESS.contains(action.verb())) {
      return Inverse.NOTHING;
    }
    return switch (action.verb()) {
      case "CREATE" -> create(action);
      case "DROP" -> drop(action);
      case "ALTER", "RENAME" -> alter(action);
      case "COMMENT" -> comment(action);
      case "GRANT", "REVOKE" -> grant(action);
      default -> Inverse.none(Message.of("Sluice knows no way back of %s", action.verb()));
    };
  }

  private Inverse create(OtherDdl action) {
    String type = action.objectType();
    ObjectName name = action.name().orElse(ObjectName.of(""));
    if ((type.endsWith("TRIGGER") && !type.startsWith("EVENT"))
        || Set.of("RULE", "POLICY").contains(type)) {
      String kind = type.equals("CONSTRAINT TRIGGER") ? "TRIGGER" : type;
      boolean replaced = parts(action, kind).filter(p -> p.containsKey(name.name())).isPresent();
      return replaced
          ? restored(action, kind, name)
          : Inverse.of("DROP " + kind + " " + all.quote(name.name()) + " ON " + table(action));
    }
    if (CODE.contains(type)) {
      return createCode(action, name);
    }
    if (Set.of("SEQUENCE", "TYPE", "DOMAIN", "SCHEMA", "EXTENSION", "STATISTICS").contains(type)) {
      String kept = type.equals("DOMAIN") ? "TYPE" : type;
      if (before().find(kept, name).isPresent()) {
        return Inverse.NOTHING; // IF NOT EXISTS
      }
      all.made(kept, name);
      return Inverse.of("DROP " + type + " " + all.quote(name));
    }
    return Inverse.none(Message.of("Sluice knows no way back of %s", "CREATE " + type));
  }

  private Inverse createCode(OtherDdl action, ObjectName name) {
    List<Thing> there = before().several(action.objectType(), name);
    if (there.isEmpty()) {
      all.made(action.objectType(), name);
      return Inverse.of("DROP " + action.objectType() + " " + all.quote(name));
    }
    if (there.size() > 1 || Inverses.isMade(there.get(0))) {
      return Inverse.none(Message.of("%s has several forms", name));
    }
    String header = there.get(0).written();
    long now = arguments(parameters(action));
    long then = arguments(header.substring(header.indexOf('(') + 1, header.lastIndexOf(')')));
    if (now != then) {
      return Inverse.none(Message.of("%s has several forms", name));
    }
    return Inverse.of(there.get(0).text());
  }

  private String parameters(OtherDdl action) {
    String text = all.context.text(action.place());
    int open = text.indexOf('(');
    int depth = 0;
    for (int i = Math.max(open, 0); i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0 && i > open) {
        return text.substring(open + 1, i);
      }
    }
    return "";
  }

  private static long arguments(String list) {
    return list.isBlank()
        ? 0
        : list.replaceAll("\\([^)]*\\)", "").chars().filter(c -> c == ',').count() + 1;
  }

  private Inverse drop(OtherDdl action) {
    String type = action.objectType();
    ObjectName name = action.name().orElse(ObjectName.of(""));
    if (Set.of("TRIGGER", "RULE", "POLICY").contains(type)) {
      return restored(action, type, name);
    }
    return switch (type) {
      case "SEQUENCE" ->
          all.dropped(
              type,
              name,
              t ->
                  Inverse.of(createSequence(t, true))
                      .losing(Message.of("the number that %s was at", name)));
      case "TYPE", "DOMAIN" -> all.dropped("TYPE", name, PostgresqlOthers::type);
      case "FUNCTION", "PROCEDURE" ->
          before().several(type, name).size() > 1
              ? Inverse.none(Message.of("%s has several forms", name))
              : all.dropped(type, name, t -> Inverse.of(t.text()));
      default -> Inverse.none(Message.of("Sluice knows no way back of %s", "DROP " + type));
    };
  }

  private static Inverse type(Thing type) {
    String text = type.text();
    if (text.startsWith("enum ")) {
      return Inverse.of(
          "CREATE TYPE " + type.written() + " AS ENUM (" + text.substring("enum ".length()) + ")");
    }
    if (text.startsWith("as (")) {
      return Inverse.of("CREATE TYPE " + type.written() + " " + text);
    }
    return text.startsWith("domain ")
        ? Inverse.of(
            "CREATE DOMAIN " + type.written() + " AS " + text.substring("domain ".length()))
        : Inverse.none(Message.of("Sluice knows no way back of %s", "DROP TYPE"));
  }

  private Optional<PostgresqlTable> owner(OtherDdl action) {
    return action.detail().other().flatMap(all::table);
  }

  private String table(OtherDdl action) {
    ObjectName table = action.detail().other().orElse(ObjectName.of(""));
    return before()
        .find("TABLE", table)
        .or(() -> before().find("VIEW", table))
        .map(Thing::written)
        .orElseGet(() -> all.quote(table));
  }

  private Optional<Map<String, String>> parts(OtherDdl action, String type) {
    return owner(action)
        .map(
            t ->
                switch (type) {
                  case "TRIGGER" -> t.triggers;
                  case "RULE" -> t.rules;
                  default -> t.policies;
                });
  }

  /** What hangs on a table, as it was. */
  private Inverse restored(OtherDdl action, String type, ObjectName name) {
    Optional<String> line = parts(action, type).flatMap(p -> PostgresqlTable.old(p, name.name()));
    if (line.isEmpty()) {
      return Inverses.NOT_KNOWN;
    }
    boolean replaced = action.verb().equals("CREATE");
    String text =
        type.equals("POLICY")
            ? owner(action).orElseThrow().policy(line.get())
            : line.get().replaceFirst(" \\(enabled: .\\)$", "").replaceFirst(";$", "");
    return replaced
        ? Inverse.of("DROP " + type + " " + all.quote(name.name()) + " ON " + table(action), text)
        : Inverse.of(text);
  }

  private Inverse alter(OtherDdl action) {
    String type = action.objectType();
    ObjectName name = action.name().orElse(ObjectName.of(""));
    String clause = action.detail().clause();
    if (action.verb().equals("RENAME")) {
      return renamedPart(action, name);
    }
    if (type.equals("TABLE")) {
      return alterTable(action, name, clause);
    }
    if (type.equals("COLUMN")) {
      return alterColumn(action, name, clause);
    }
    if (clause.startsWith("RENAME VALUE")) {
      return renamedValue(action, name);
    }
    if (clause.startsWith("ADD VALUE")) {
      return Inverse.none(Message.of("PostgreSQL cannot take a value out of an enum"));
    }
    if (clause.equals("RENAME TO") && RENAMED.contains(type)) {
      Token now = all.context.behind(action, "RENAME", "TO").orElseThrow();
      ObjectName renamed = Inverses.beside(schemaOf(type, name), now.folded(all.dialect));
      return Inverse.of(
          "ALTER " + type + " " + all.quote(renamed) + " RENAME TO " + all.quote(name.name()));
    }
    if (type.equals("SEQUENCE")) {
      return all.dropped(type, name, t -> Inverse.of(alterSequence(t)));
    }
    return Inverse.none(Message.of("Sluice knows no way back of %s", "ALTER " + type));
  }

  private ObjectName schemaOf(String type, ObjectName name) {
    return before().find(type.equals("DOMAIN") ? "TYPE" : type, name).map(Thing::name).orElse(name);
  }

  private static String alterSequence(Thing sequence) {
    boolean cycle = sequence.text().contains(" cycle");
    String text = sequence.text().replaceFirst(" owned by .*", "").replace(" cycle", "");
    return "ALTER SEQUENCE " + sequence.written() + " " + text + (cycle ? " cycle" : " no cycle");
  }

  private Inverse renamedValue(OtherDdl action, ObjectName name) {
    List<Token> tokens = all.context.tokens(action.place());
    Token now = tokens.get(tokens.size() - 1);
    Token then = tokens.get(tokens.size() - 3);
    return Inverse.of(
        "ALTER TYPE %s RENAME VALUE %s TO %s"
            .formatted(all.written("TYPE", name), now.text(), then.text()));
  }

  /** A constraint of a table under another name. */
  private Inverse renamedPart(OtherDdl action, ObjectName table) {
    List<Token> tokens = all.context.tokens(action.place());
    String now = all.quote(tokens.get(tokens.size() - 1).folded(all.dialect));
    String then = all.quote(tokens.get(tokens.size() - 3).folded(all.dialect));
    return Inverse.of(
        "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
            .formatted(all.written("TABLE", table), now, then));
  }

  private Inverse alterTable(OtherDdl action, ObjectName name, String clause) {
    String alter = "ALTER TABLE " + all.written("TABLE", name) + " ";
    String opposite = OPPOSITES.get(clause);
    if (opposite != null) {
      return Inverse.of(alter + opposite);
    }
    Optional<ObjectName> other = action.detail().other();
    if (clause.startsWith("ATTACH PARTITION") && other.isPresent()) {
      return Inverse.of(alter + "DETACH PARTITION " + all.written("TABLE", other.get()));
    }
    if (clause.startsWith("DETACH PARTITION") && other.isPresent()) {
      return all.table(other.get())
          .flatMap(t -> t.bound().map(b -> alter + "ATTACH PARTITION " + t.name + " " + b))
          .map(Inverse::of)
          .orElse(Inverses.NOT_KNOWN);
    }
    if (clause.equals("SET SCHEMA")) {
      return movedBack(action, name);
    }
    if (clause.equals("INHERIT") || clause.equals("NO INHERIT")) {
      String reverse = clause.equals("INHERIT") ? "NO INHERIT " : "INHERIT ";
      return Inverse.of(alter + reverse + all.written("TABLE", other.orElseThrow()));
    }
    if (clause.equals("DISABLE TRIGGER") || clause.equals("ENABLE TRIGGER")) {
      return trigger(action, alter, clause);
    }
    return clause.equals("SET") || clause.equals("RESET")
        ? options(action, name, alter)
        : Inverse.none(Message.of("Sluice knows no way back of %s", "ALTER TABLE … " + clause));
  }

  private Inverse trigger(OtherDdl action, String alter, String clause) {
    Token name = all.context.behind(action, "TRIGGER").orElseThrow();
    String reverse = clause.startsWith("DISABLE") ? "ENABLE" : "DISABLE";
    return Inverse.of(alter + reverse + " TRIGGER " + name.text());
  }

  /** Storage options, all of them as they were. */
  private Inverse options(OtherDdl action, ObjectName name, String alter) {
    Optional<PostgresqlTable> table = all.table(name);
    if (table.isEmpty()) {
      return Inverses.NOT_KNOWN;
    }
    List<String> set =
        all.context.tokens(action.place()).stream()
            .filter(Token::isName)
            .map(t -> t.folded(all.dialect))
            .filter(w -> !Set.of("set", "reset", "true", "false", "on", "off").contains(w))
            .toList();
    String reset = alter + "RESET (" + String.join(", ", set) + ")";
    return table
        .get()
        .options()
        .map(o -> Inverse.of(reset, alter + "SET (" + o + ")"))
        .orElse(Inverse.of(reset));
  }

  private Inverse movedBack(OtherDdl action, ObjectName name) {
    Optional<Thing> table = before().find("TABLE", name);
    Optional<Token> to = all.context.behind(action, "SCHEMA");
    if (table.isEmpty() || to.isEmpty() || table.get().name().schema().isEmpty()) {
      return Inverses.NOT_KNOWN;
    }
    ObjectName now = ObjectName.of(to.get().folded(all.dialect), table.get().name().name());
    before().remove(table.get());
    before().put(new Thing("TABLE", now, all.quote(now), table.get().lines()));
    return Inverse.of(
        "ALTER TABLE "
            + all.quote(now)
            + " SET SCHEMA "
            + all.quote(table.get().name().schema().get()));
  }

  private Inverse alterColumn(OtherDdl action, ObjectName table, String clause) {
    List<Token> tokens = all.context.tokens(action.place());
    int at = tokens.size() > 1 && tokens.get(1).is("COLUMN") ? 2 : 1;
    String column = tokens.get(at).folded(all.dialect);
    String alter =
        "ALTER TABLE " + all.written("TABLE", table) + " ALTER COLUMN " + all.quote(column) + " ";
    Optional<PostgresqlColumn> before =
        all.table(table)
            .flatMap(t -> PostgresqlTable.old(t.columns, column))
            .map(PostgresqlColumn::new);
    if (clause.startsWith("ADD GENERATED")) {
      return Inverse.of(alter + "DROP IDENTITY");
    }
    if (clause.equals("DROP IDENTITY") && before.flatMap(PostgresqlColumn::identity).isPresent()) {
      return Inverse.of(alter + "ADD " + before.flatMap(PostgresqlColumn::identity).orElseThrow())
          .losing(Message.of("the number that %s was at", column));
    }
    return Inverse.none(Message.of("Sluice knows no way back of %s", "ALTER COLUMN … " + clause));
  }

  private Inverse comment(OtherDdl action) {
    Optional<PostgresqlTable> table = action.name().flatMap(all::table);
    boolean made =
        action.name().flatMap(n -> before().find("TABLE", n)).filter(Inverses::isMade).isPresent();
    if (made) {
      return Inverse.NOTHING;
    }
    if (table.isEmpty() || !Set.of("TABLE", "COLUMN").contains(action.objectType())) {
      return Inverse.none(Message.of("the comment from before is not known"));
    }
    if (action.objectType().equals("TABLE")) {
      return Inverse.of(
          "COMMENT ON TABLE " + table.get().name + " IS " + table.get().comment.orElse("NULL"));
    }
    List<Token> tokens = all.context.tokens(action.place());
    int is = 0;
    while (!tokens.get(is).is("IS")) {
      is++;
    }
    String column = tokens.get(is - 1).folded(all.dialect);
    return Inverse.of(
        table.get().commentOn(column, Optional.ofNullable(table.get().columnComments.get(column))));
  }

  /** Everybody whom the statement names has afterwards what they had before. */
  private Inverse grant(OtherDdl action) {
    Optional<Thing> thing =
        action
            .name()
            .flatMap(n -> before().find(action.objectType(), n).or(() -> before().find("VIEW", n)));
    if (thing.isEmpty()) {
      return Inverse.none(Message.of("the grants from before are not known"));
    }
    if (Inverses.isMade(thing.get())) {
      return Inverse.NOTHING;
    }
    List<Token> tokens = all.context.tokens(action.place());
    String word = action.verb().equals("GRANT") ? "TO" : "FROM";
    int to = 0;
    for (int i = 0; i < tokens.size(); i++) {
      to = tokens.get(i).is(word) ? i : to;
    }
    String kind = action.objectType().equals("TABLE") ? "" : action.objectType() + " ";
    String on = kind.startsWith("VIEW") ? thing.get().written() : kind + thing.get().written();
    List<String> statements = new ArrayList<>();
    for (Token role : tokens.subList(to + 1, tokens.size())) {
      if (role.is(",")) {
        continue;
      }
      if (!role.isName() || role.is("WITH") || role.is("CASCADE") || role.is("RESTRICT")) {
        break;
      }
      statements.add("REVOKE ALL ON " + on + " FROM " + role.text());
      statements.addAll(Grants.statements(on, entriesOf(thing.get(), role)));
    }
    return Inverse.of(statements);
  }

  private List<String> entriesOf(Thing thing, Token role) {
    String name = role.is("PUBLIC") ? "" : role.folded(all.dialect);
    return thing.lines().stream()
        .filter(l -> l.startsWith("grant "))
        .map(l -> l.substring("grant ".length()))
        .filter(l -> Names.first(l.replace("=", " =")).equals(name) || l.startsWith(name + "="))
        .toList();
  }
}
