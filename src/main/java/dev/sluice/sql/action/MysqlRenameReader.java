package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** MySQL's {@code RENAME TABLE a TO b, c TO d}. */
final class MysqlRenameReader {
  private MysqlRenameReader() {}

  static List<Action> read(Cursor c) {
    c.expect("RENAME", "TABLE");
    c.take("IF", "EXISTS");
    List<Action> actions = new ArrayList<>();
    for (Cursor item : c.items()) {
      ObjectName table = item.objectName();
      item.expect("TO");
      actions.add(new Action.RenameTable(item.whole(), table, item.objectName().name()));
    }
    return actions;
  }
}
