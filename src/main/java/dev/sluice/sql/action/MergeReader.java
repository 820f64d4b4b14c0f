package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MERGE: one action per WHEN, each restricted by the join. */
final class MergeReader {
  private static final Set<String> WHEN = Set.of("WHEN");
  private static final Set<String> THEN = Set.of("THEN");
  private static final Set<String> WHEN_OR_RETURNING = Set.of("WHEN", "RETURNING");

  private MergeReader() {}

  static List<Action> read(Cursor c) {
    c.expect("MERGE", "INTO");
    c.take("ONLY");
    ObjectName table = c.objectName();
    c.until(WHEN);
    List<Action> actions = new ArrayList<>();
    while (c.take("WHEN")) {
      c.until(THEN);
      c.expect("THEN");
      change(c.until(WHEN_OR_RETURNING), table, actions);
    }
    if (actions.isEmpty()) {
      throw new NotUnderstood("MERGE that changes nothing");
    }
    return actions;
  }

  private static void change(Cursor c, ObjectName table, List<Action> actions) {
    if (c.take("UPDATE")) {
      c.expect("SET");
      List<String> columns = UpdateReader.columns(c.remainder());
      actions.add(new Action.Update(c.whole(), table, columns, true));
    } else if (c.take("DELETE")) {
      actions.add(new Action.Delete(c.whole(), table, true));
    } else if (c.take("INSERT")) {
      List<String> columns = c.at("(") ? ConstraintReader.columns(c.parentheses()) : List.of();
      actions.add(new Action.Insert(c.whole(), table, columns, false));
    } else {
      c.expect("DO", "NOTHING");
    }
  }
}
