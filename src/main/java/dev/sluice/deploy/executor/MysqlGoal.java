package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.deploy.Words;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a DDL statement wants of one object.
 *
 * @param name folded; the server may hold it in other letters
 * @param present whether it is there when the statement has run
 */
record MysqlGoal(Kind kind, ObjectName name, boolean present) {
  /** Kinds of objects; as information_schema and SHOW CREATE divide them. */
  enum Kind {
    RELATION,
    TRIGGER,
    PROCEDURE,
    FUNCTION,
    EVENT,
    DATABASE
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "TRIGGER", Kind.TRIGGER,
          "PROCEDURE", Kind.PROCEDURE,
          "FUNCTION", Kind.FUNCTION,
          "EVENT", Kind.EVENT,
          "DATABASE", Kind.DATABASE,
          "SCHEMA", Kind.DATABASE,
          "VIEW", Kind.RELATION,
          "SEQUENCE", Kind.RELATION);

  /** Every object that the statement is about; empty when we cannot name them. */
  static List<MysqlGoal> of(Step step) {
    Statement statement = step.statement();
    Words words = Words.of(statement);
    if (words.first().equals("ALTER") && alteredTable(words).isPresent()) {
      return alterTable(alteredTable(words).get(), statement.actions());
    }
    if (words.start("CREATE") && first(statement) instanceof Action.CreateIndex create) {
      return List.of(relation(create.table(), true));
    }
    if (words.start("DROP INDEX")) {
      return nameBehind("ON", words).map(t -> List.of(relation(t, true))).orElse(List.of());
    }
    return each(statement.actions());
  }

  private static Action first(Statement statement) {
    return statement.actions().get(0);
  }

  /** {@code ALTER [ONLINE] [IGNORE] TABLE name}, even when a clause of it is unknown to us. */
  private static Optional<ObjectName> alteredTable(Words words) {
    boolean table =
        words.startWithAny(
            "ALTER TABLE", "ALTER ONLINE TABLE", "ALTER IGNORE TABLE", "ALTER ONLINE IGNORE TABLE");
    return table ? nameBehind("TABLE", words) : Optional.empty();
  }

  private static Optional<ObjectName> nameBehind(String word, Words words) {
    List<Token> name = words.behind(word).name();
    return switch (name.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(ObjectName.of(folded(name.get(0))));
      default -> Optional.of(ObjectName.of(folded(name.get(0)), folded(name.get(1))));
    };
  }

  private static String folded(Token token) {
    return token.folded(Dialect.MYSQL);
  }

  private static List<MysqlGoal> alterTable(ObjectName table, List<Action> actions) {
    Optional<Action.RenameTable> rename =
        actions.stream()
            .filter(Action.RenameTable.class::isInstance)
            .map(Action.RenameTable.class::cast)
            .findFirst();
    return rename.isEmpty()
        ? List.of(relation(table, true))
        : List.of(
            relation(table, false),
            relation(new ObjectName(table.schema(), rename.get().newName()), true));
  }

  private static List<MysqlGoal> each(List<Action> actions) {
    Map<ObjectName, MysqlGoal> goals = new LinkedHashMap<>();
    for (Action action : actions) {
      List<MysqlGoal> some = one(action);
      if (some.isEmpty()) {
        return List.of();
      }
      some.forEach(g -> goals.put(g.name(), g));
    }
    return new ArrayList<>(goals.values());
  }

  private static List<MysqlGoal> one(Action action) {
    if (action instanceof Action.CreateTable create) {
      return List.of(relation(create.table(), true));
    }
    if (action instanceof Action.CreateView create) {
      return List.of(relation(create.view(), true));
    }
    if (action instanceof Action.DropTable drop) {
      return List.of(relation(drop.table(), false));
    }
    if (action instanceof Action.DropView drop) {
      return List.of(relation(drop.view(), false));
    }
    if (action instanceof Action.Truncate truncate) {
      return List.of(relation(truncate.table(), true));
    }
    if (action instanceof Action.RenameTable rename) {
      ObjectName renamed = new ObjectName(rename.table().schema(), rename.newName());
      return List.of(relation(rename.table(), false), relation(renamed, true));
    }
    return action instanceof Action.OtherDdl ddl ? other(ddl) : List.of();
  }

  private static List<MysqlGoal> other(Action.OtherDdl ddl) {
    Kind kind = KINDS.get(ddl.objectType());
    boolean known = List.of("CREATE", "ALTER", "DROP").contains(ddl.verb());
    return kind == null || !known || ddl.name().isEmpty()
        ? List.of()
        : List.of(new MysqlGoal(kind, ddl.name().get(), !ddl.verb().equals("DROP")));
  }

  private static MysqlGoal relation(ObjectName name, boolean present) {
    return new MysqlGoal(Kind.RELATION, name, present);
  }
}
