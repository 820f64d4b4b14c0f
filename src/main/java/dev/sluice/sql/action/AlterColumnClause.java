package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl.Detail;
import dev.sluice.sql.DataType;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/** ALTER [COLUMN] …: type, NOT NULL, DEFAULT and what we know by kind only. */
final class AlterColumnClause {
  private AlterColumnClause() {}

  static List<Action> read(Cursor c, ObjectName table) {
    c.expect("ALTER");
    if (c.at("CONSTRAINT") || c.at("INDEX") || c.at("CHECK")) {
      return other(c, table);
    }
    c.take("COLUMN");
    String column = c.name();
    if (c.take("SET", "NOT", "NULL")) {
      return List.of(new Action.SetNotNull(c.whole(), table, column));
    }
    if (c.take("DROP", "NOT", "NULL")) {
      return List.of(new Action.DropNotNull(c.whole(), table, column));
    }
    if (c.take("SET", "DEFAULT")) {
      return List.of(new Action.SetDefault(c.whole(), table, column, c.rest()));
    }
    if (c.take("DROP", "DEFAULT")) {
      return List.of(new Action.DropDefault(c.whole(), table, column));
    }
    if (c.take("SET", "DATA", "TYPE") || c.take("TYPE")) {
      return List.of(type(c, table, column));
    }
    return other(c, table);
  }

  private static Action type(Cursor c, ObjectName table, String column) {
    DataType type = DataTypes.read(c);
    if (c.take("COLLATE")) {
      c.objectName();
    }
    Optional<String> using = c.take("USING") ? Optional.of(c.rest()) : Optional.empty();
    if (!c.done()) {
      throw c.unexpected();
    }
    return new Action.AlterColumnType(c.whole(), table, column, type, using);
  }

  /** SET STATISTICS, SET STORAGE, identity and constraint attributes: no data is touched. */
  private static List<Action> other(Cursor c, ObjectName table) {
    boolean known =
        c.at("SET")
            || c.at("RESET")
            || c.at("ADD", "GENERATED")
            || c.at("DROP", "IDENTITY")
            || c.at("DROP", "EXPRESSION")
            || c.at("RESTART")
            || c.at("CONSTRAINT")
            || c.at("INDEX")
            || c.at("CHECK");
    if (!known) {
      throw c.unexpected();
    }
    Detail detail = DetailReader.clause(c);
    return List.of(
        new Action.OtherDdl(c.whole(), "ALTER", "COLUMN", Optional.of(table), false, detail));
  }
}
