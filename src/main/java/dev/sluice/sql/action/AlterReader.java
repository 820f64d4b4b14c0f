package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import java.util.List;

/** ALTER …: tables clause by clause, everything else by its kind. */
final class AlterReader {
  private AlterReader() {}

  static List<Action> read(Cursor c) {
    return c.at("ALTER", "TABLE") ? AlterTableReader.read(c) : OtherDdlReader.read(c);
  }
}
