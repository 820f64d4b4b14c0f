package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl.Detail;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
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
          "OWNER", "SET", "RESET", "ENABLE", "DISABLE", "CLUSTER", "ATTACH", "DETACH", "INHERIT",
          "NO", "REPLICA", "FORCE", "OF", "NOT");

  private AlterTableReader() {}

  static List<Action> read(Cursor c) {
    c.until(Set.of("TABLE"));
    c.expect("TABLE");
    if (c.at("ALL", "IN")) {
      return List.of(other(c, Optional.empty()));
    }
    c.take("IF", "EXISTS");
    c.take("ONLY");
    ObjectName table = c.objectName();
    List<Action> actions = new ArrayList<>();
    c.take("*");
    if (c.done()) {
      throw new NotUnderstood("ALTER TABLE without a clause");
    }
    while (!c.done()) {
      Cursor clause = MysqlTableClause.takesTheRest(c) ? c.toTheEnd() : c.until(Set.of(","));
      c.take(",");
      actions.addAll(clause(clause, table));
    }
    // MySQL's clauses know the table by its old name, wherever they stand.
    actions.sort(Comparator.comparing(Action.RenameTable.class::isInstance));
    return actions;
  }

  private static List<Action> clause(Cursor c, ObjectName table) {
    if (c.done()) {
      throw new NotUnderstood("an empty clause");
    }
    if (MysqlTableClause.isNext(c)) {
      return List.of(MysqlTableClause.read(c, table));
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
    Detail detail = DetailReader.clause(c);
    return new Action.OtherDdl(c.whole(), "ALTER", "TABLE", table, alone, detail);
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
