package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** ALTER TABLE: each clause is an action of its own, read by the reader of its first word. */
final class AlterTableReader {
  private static final Map<String, Clause> CLAUSES =
      Map.of(
          "ADD", AddClause::read,
          "DROP", DropClause::read,
          "ALTER", AlterColumnClause::read,
          "RENAME", RenameClause::read,
          "VALIDATE", AlterTableReader::validate,
          "MODIFY", MysqlColumnClause::read,
          "CHANGE", MysqlColumnClause::read);

  /** Clauses that we know by their first word only: they change no column and no key. */
  private static final Set<String> OTHERS =
      Set.of(
          "OWNER",
          "SET",
          "RESET",
          "ENABLE",
          "DISABLE",
          "CLUSTER",
          "ATTACH",
          "DETACH",
          "INHERIT",
          "NO",
          "REPLICA",
          "FORCE",
          "OF",
          "NOT",
          "ENGINE",
          "COMMENT",
          "AUTO_INCREMENT",
          "CONVERT",
          "DEFAULT",
          "CHARACTER",
          "CHARSET",
          "COLLATE",
          "ALGORITHM",
          "LOCK",
          "ROW_FORMAT",
          "ORDER",
          "PARTITION",
          "REMOVE",
          "TRUNCATE");

  private AlterTableReader() {}

  static List<Action> read(Cursor c) {
    c.expect("ALTER", "TABLE");
    if (c.at("ALL", "IN")) {
      return List.of(other(c, Optional.empty()));
    }
    c.take("IF", "EXISTS");
    c.take("ONLY");
    ObjectName table = c.objectName();
    c.take("*");
    List<Action> actions = new ArrayList<>();
    for (Cursor clause : c.items()) {
      actions.addAll(clause(clause, table));
    }
    if (actions.isEmpty()) {
      throw new NotUnderstood("ALTER TABLE without a clause");
    }
    return actions;
  }

  private static List<Action> clause(Cursor c, ObjectName table) {
    if (c.done()) {
      throw new NotUnderstood("an empty clause");
    }
    Clause reader = CLAUSES.get(c.peek().text().toUpperCase(Locale.ROOT));
    try {
      if (reader != null) {
        return reader.read(c, table);
      }
      if (c.atAny(OTHERS)) {
        return List.of(other(c, Optional.of(table)));
      }
      return List.of(new Action.Unrecognised(c.whole(), "unknown clause " + c.peek().text()));
    } catch (NotUnderstood e) {
      return List.of(new Action.Unrecognised(c.whole(), e.reason()));
    }
  }

  private static Action other(Cursor c, Optional<ObjectName> table) {
    boolean alone = c.at("DETACH", "PARTITION") && c.ahead("CONCURRENTLY");
    return new Action.OtherDdl(c.whole(), "ALTER", "TABLE", table, alone);
  }

  private static List<Action> validate(Cursor c, ObjectName table) {
    c.expect("VALIDATE", "CONSTRAINT");
    return List.of(new Action.ValidateConstraint(c.whole(), table, c.name()));
  }

  /** Reads one clause; {@code c} holds nothing else. */
  @FunctionalInterface
  interface Clause {
    List<Action> read(Cursor c, ObjectName table);
  }
}
