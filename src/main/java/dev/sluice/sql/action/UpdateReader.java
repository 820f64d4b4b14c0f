package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
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
    ObjectName table = c.objectName();
    boolean joined = Condition.joins(c.until(SET));
    c.expect("SET");
    List<String> columns = columns(c.until(ASSIGNMENTS_END));
    boolean restricted = joined || Condition.restricts(c);
    return List.of(new Action.Update(c.whole(), table, columns, restricted));
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
