package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;

/** COPY: into a table it inserts, out of it it reads. */
final class CopyReader {
  private CopyReader() {}

  static List<Action> read(Cursor c) {
    c.expect("COPY");
    c.take("BINARY");
    if (c.at("(")) {
      return List.of(new Action.Select(c.whole()));
    }
    ObjectName table = c.objectName();
    List<String> columns = c.at("(") ? ConstraintReader.columns(c.parentheses()) : List.of();
    return List.of(
        c.at("FROM")
            ? new Action.Insert(c.whole(), table, columns, false)
            : new Action.Select(c.whole()));
  }
}
