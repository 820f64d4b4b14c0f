package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** TRUNCATE; several tables are several actions. */
final class TruncateReader {
  private TruncateReader() {}

  static List<Action> read(Cursor c) {
    c.expect("TRUNCATE");
    c.take("TABLE");
    boolean several = c.ahead(",");
    boolean cascade = c.ahead("CASCADE");
    List<Action> actions = new ArrayList<>();
    do {
      int mark = c.mark();
      c.take("ONLY");
      ObjectName table = c.objectName();
      c.take("*");
      actions.add(new Action.Truncate(several ? c.since(mark) : c.whole(), table, cascade));
    } while (c.take(","));
    return actions;
  }
}
