package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Set;

/** DELETE, also MySQL's {@code DELETE a FROM a JOIN b …}. */
final class DeleteReader {
  private static final Set<String> MODIFIERS = Set.of("LOW_PRIORITY", "QUICK", "IGNORE");
  private static final Set<String> FROM = Set.of("FROM");
  private static final Set<String> TABLES_END = Set.of("WHERE", "RETURNING", "ORDER", "LIMIT");

  private DeleteReader() {}

  static List<Action> read(Cursor c) {
    c.expect("DELETE");
    while (c.takeAny(MODIFIERS)) {}
    int mark = c.mark();
    c.until(FROM);
    boolean several = c.mark() > mark;
    c.expect("FROM");
    int behindFrom = c.mark();
    if (several) {
      c.back(mark);
    }
    c.take("ONLY");
    ObjectName table = c.objectName();
    c.back(behindFrom);
    boolean joined = Condition.joins(c.until(TABLES_END));
    boolean restricted = joined || Condition.restricts(c);
    return List.of(new Action.Delete(c.whole(), table, restricted));
  }
}
