package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DROP COLUMN, DROP CONSTRAINT and MySQL's DROP INDEX, PRIMARY KEY, FOREIGN KEY. */
final class DropClause {
  private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "CHECK");
  private static final Set<String> INDEX = Set.of("INDEX", "KEY");

  private DropClause() {}

  static List<Action> read(Cursor c, ObjectName table) {
    c.expect("DROP");
    if (isMysql(c)) {
      if (c.take("PRIMARY", "KEY")) {
        return List.of(new Action.DropConstraint(c.whole(), table, "PRIMARY", false, false));
      }
      if (c.take("FOREIGN", "KEY") || c.take("CHECK")) {
        return constraint(c, table);
      }
      if (c.take("PARTITION")) {
        return List.of(
            new Action.OtherDdl(c.whole(), "DROP", "PARTITION", Optional.of(table), false));
      }
      if (c.takeAny(INDEX)) {
        boolean ifExists = c.take("IF", "EXISTS");
        return List.of(
            new Action.DropIndex(
                c.whole(), c.objectName(), Optional.of(table), false, ifExists, false));
      }
    }
    if (c.takeAny(CONSTRAINTS)) {
      return constraint(c, table);
    }
    c.take("COLUMN");
    boolean ifExists = c.take("IF", "EXISTS");
    String column = c.name();
    return List.of(new Action.DropColumn(c.whole(), table, column, ifExists, cascade(c)));
  }

  private static List<Action> constraint(Cursor c, ObjectName table) {
    boolean ifExists = c.take("IF", "EXISTS");
    String name = c.name();
    return List.of(new Action.DropConstraint(c.whole(), table, name, ifExists, cascade(c)));
  }

  private static boolean cascade(Cursor c) {
    boolean cascade = c.take("CASCADE");
    c.take("RESTRICT");
    if (!c.done()) {
      throw c.unexpected();
    }
    return cascade;
  }

  private static boolean isMysql(Cursor c) {
    return c.dialect == Dialect.MYSQL || c.dialect == Dialect.MARIADB;
  }
}
