package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** UPDATE, also MySQL's over several tables. */
final class UpdateReader {
  private static final Set<String> MODIFIERS = Set.of("LOW_PRIORITY", "IGNORE", "ONLY");
  private static final Set<String> SET = Set.of("SET");
  private static final Set<String> ASSIGNMENTS_END =
      Set.of("FROM", "WHERE", "RETURNING", "ORDER", "LIMIT");

  private UpdateReader() {}

  static List<Action> read(Cursor c) {
    c.expect("UPDATE");
    if (c.take("OR")) {
      c.next();
    }
    while (c.takeAny(MODIFIERS)) {}
    int mark = c.mark();
    Map<String, ObjectName> tables = MysqlTables.in(c.until(SET));
    c.back(mark);
    ObjectName table = tables.isEmpty() ? c.objectName() : tables.values().iterator().next();
    boolean joined = Condition.joins(c.until(SET));
    c.expect("SET");
    Cursor assignments = c.until(ASSIGNMENTS_END);
    boolean restricted = joined || Condition.restricts(c);
    return tables.size() > 1
        ? several(c, tables, assignments, restricted)
        : List.of(new Action.Update(c.whole(), table, columns(assignments), restricted));
  }

  /** One action per table that is set; columns without a table's name may be of any. */
  private static List<Action> several(
      Cursor c, Map<String, ObjectName> tables, Cursor assignments, boolean restricted) {
    Map<ObjectName, List<String>> columns = new LinkedHashMap<>();
    for (Cursor item : assignments.items()) {
      List<String> parts = item.nameParts();
      ObjectName table = parts.size() < 2 ? null : tables.get(parts.get(parts.size() - 2));
      if (table != null) {
        columns.computeIfAbsent(table, t -> new ArrayList<>()).add(parts.get(parts.size() - 1));
      }
    }
    if (columns.isEmpty()) {
      columns.put(tables.values().iterator().next(), List.of());
    }
    return columns.entrySet().stream()
        .<Action>map(e -> new Action.Update(c.whole(), e.getKey(), e.getValue(), restricted))
        .toList();
  }

  /** The columns before each {@code =}, also of {@code (a, b) = …}. */
  static List<String> columns(Cursor assignments) {
    List<String> columns = new ArrayList<>();
    for (Cursor item : assignments.items()) {
      if (item.at("(")) {
        columns.addAll(ConstraintReader.columns(item.parentheses()));
      } else {
        List<String> parts = item.nameParts();
        columns.add(parts.get(parts.size() - 1));
      }
    }
    return columns;
  }
}
