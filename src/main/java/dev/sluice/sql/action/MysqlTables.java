package dev.sluice.sql.action;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of MySQL's joined UPDATE and DELETE by the names that the statement calls them. */
final class MysqlTables {
  private static final Set<String> JOINS =
      Set.of("JOIN", "STRAIGHT_JOIN", ",", "INNER", "LEFT", "RIGHT", "CROSS", "NATURAL");
  private static final Set<String> BETWEEN = Set.of("OUTER", "JOIN", "INNER");
  private static final Set<String> BEHIND =
      Set.of("ON", "USING", "SET", "USE", "FORCE", "IGNORE", "PARTITION", "WHERE");

  private MysqlTables() {}

  /** In the order of the statement; subqueries are left out. */
  static Map<String, ObjectName> in(Cursor references) {
    Map<String, ObjectName> tables = new LinkedHashMap<>();
    boolean mysql = references.dialect == Dialect.MYSQL || references.dialect == Dialect.MARIADB;
    while (mysql && !references.done()) {
      while (references.takeAny(JOINS) || references.takeAny(BETWEEN)) {}
      if (!references.done()) {
        table(references, tables);
      }
      references.until(JOINS);
    }
    return tables;
  }

  private static void table(Cursor c, Map<String, ObjectName> tables) {
    Optional<ObjectName> table = c.optionalObjectName();
    if (table.isEmpty()) {
      return;
    }
    if (c.take("PARTITION")) {
      c.skipOne();
    }
    boolean alias = c.take("AS") || (c.atName() && !c.atAny(BEHIND) && !c.atAny(JOINS));
    tables.put(alias && c.atName() ? c.name() : table.get().name(), table.get());
  }
}
