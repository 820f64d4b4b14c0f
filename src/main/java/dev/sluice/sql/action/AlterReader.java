package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import java.util.List;
import java.util.Set;

/** ALTER …: tables clause by clause, everything else by its kind. */
final class AlterReader {
  private static final Set<String> MYSQL_WORDS = Set.of("ONLINE", "OFFLINE", "IGNORE");

  private AlterReader() {}

  static List<Action> read(Cursor c) {
    int mark = c.mark();
    c.next();
    while (c.takeAny(MYSQL_WORDS)) {}
    boolean table = c.at("TABLE");
    c.back(mark);
    return table ? AlterTableReader.read(c) : OtherDdlReader.read(c);
  }
}
