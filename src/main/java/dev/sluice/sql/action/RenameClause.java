package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RENAME of a table, a column, a constraint, an index. */
final class RenameClause {
  private static final Set<String> BY_KIND = Set.of("CONSTRAINT", "INDEX", "KEY");
  private static final Set<String> TO = Set.of("TO", "AS", "=");

  private RenameClause() {}

  private static boolean isMysql(Cursor c) {
    return c.dialect == Dialect.MYSQL || c.dialect == Dialect.MARIADB;
  }

  static List<Action> read(Cursor c, ObjectName table) {
    c.expect("RENAME");
    boolean mysqlTable = isMysql(c) && !c.atAny(BY_KIND) && !c.at("COLUMN");
    if (c.takeAny(TO) || mysqlTable) {
      return List.of(new Action.RenameTable(c.whole(), table, c.objectName().name()));
    }
    if (c.atAny(BY_KIND)) {
      String kind = c.next().is("CONSTRAINT") ? "CONSTRAINT" : "INDEX";
      return List.of(new Action.OtherDdl(c.whole(), "RENAME", kind, Optional.of(table), false));
    }
    c.take("COLUMN");
    String column = c.name();
    c.expect("TO");
    return List.of(new Action.RenameColumn(c.whole(), table, column, c.name()));
  }
}
