package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** INSERT and REPLACE. */
final class InsertReader {
  private static final Set<String> MODIFIERS =
      Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE");
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "TABLE", "(");
  private static final Set<String> SOURCES =
      Set.of("VALUES", "VALUE", "SELECT", "WITH", "TABLE", "DEFAULT", "SET", "OVERRIDING", "(");

  private InsertReader() {}

  static List<Action> read(Cursor c) {
    c.next();
    if (c.take("OR")) {
      c.next();
    }
    while (c.takeAny(MODIFIERS)) {}
    c.take("INTO");
    ObjectName table = c.objectName();
    if (c.take("AS") || (c.atName() && !c.atAny(SOURCES))) {
      c.name();
    }
    if (c.take("PARTITION")) {
      c.skipOne();
    }
    List<String> columns = c.take("SET") ? assigned(c) : columns(c);
    if (c.take("OVERRIDING")) {
      c.next();
      c.expect("VALUE");
    }
    if (!c.done() && !c.atAny(SOURCES)) {
      throw c.unexpected();
    }
    boolean fromSelect = c.atAny(QUERIES);
    return List.of(new Action.Insert(c.whole(), table, columns, fromSelect));
  }

  /** MySQL's {@code INSERT … SET a = 1}; reads all. */
  private static List<String> assigned(Cursor c) {
    List<String> columns = UpdateReader.columns(c.until(Set.of("ON", "AS", "RETURNING")));
    c.rest();
    return columns;
  }

  private static List<String> columns(Cursor c) {
    boolean list = c.at("(") && c.left() > 1 && !isQuery(c);
    if (!list) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    for (Cursor item : c.parentheses().items()) {
      List<String> parts = item.nameParts();
      columns.add(parts.get(parts.size() - 1));
    }
    return columns;
  }

  private static boolean isQuery(Cursor c) {
    return QUERIES.stream().anyMatch(word -> c.peek(1).is(word));
  }
}
