package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.IndexKind;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ADD COLUMN, ADD CONSTRAINT and MySQL's ADD INDEX. */
final class AddClause {
  private static final Set<String> INDEX = Set.of("INDEX", "KEY");

  private AddClause() {}

  static List<Action> read(Cursor c, ObjectName table) {
    c.expect("ADD");
    if (isMysql(c)) {
      IndexKind kind = ConstraintReader.indexKind(c);
      if (c.takeAny(INDEX) || kind != IndexKind.PLAIN) {
        return List.of(index(c, table, kind));
      }
      if (c.at("PARTITION") || c.at("SYSTEM", "VERSIONING") || c.at("PERIOD", "FOR")) {
        String object = c.at("PARTITION") ? "PARTITION" : "TABLE OPTIONS";
        boolean spreads = c.ahead("PARTITIONS");
        String verb = c.at("SYSTEM") ? "COPY" : spreads ? "REORGANIZE" : "ADD";
        return List.of(new Action.OtherDdl(c.whole(), verb, object, Optional.of(table), false));
      }
    }
    if (ConstraintReader.atTableConstraint(c)) {
      return List.of(new Action.AddConstraint(c.whole(), table, ConstraintReader.table(c)));
    }
    c.take("COLUMN");
    boolean ifNotExists = c.take("IF", "NOT", "EXISTS");
    return c.at("(") ? columns(c, table, ifNotExists) : List.of(column(c, table, ifNotExists));
  }

  private static Action column(Cursor c, ObjectName table, boolean ifNotExists) {
    return new Action.AddColumn(c.whole(), table, ifNotExists, ColumnReader.read(c));
  }

  /** MySQL's {@code ADD (a int, b int)}. */
  private static List<Action> columns(Cursor c, ObjectName table, boolean ifNotExists) {
    List<Action> actions = new ArrayList<>();
    for (Cursor item : c.parentheses().items()) {
      actions.add(
          ConstraintReader.atTableConstraint(item)
              ? new Action.AddConstraint(item.whole(), table, ConstraintReader.table(item))
              : column(item, table, ifNotExists));
    }
    return actions;
  }

  private static Action index(Cursor c, ObjectName table, IndexKind kind) {
    boolean ifNotExists = c.take("IF", "NOT", "EXISTS");
    Optional<ObjectName> name =
        c.atName() && !c.at("USING") ? Optional.of(c.objectName()) : Optional.empty();
    if (c.take("USING")) {
      c.next();
    }
    List<String> columns = ConstraintReader.columns(c.parentheses());
    return new Action.CreateIndex(
        c.whole(), name, table, columns, false, false, ifNotExists, false, Optional.empty(), kind);
  }

  private static boolean isMysql(Cursor c) {
    return c.dialect == Dialect.MYSQL || c.dialect == Dialect.MARIADB;
  }
}
