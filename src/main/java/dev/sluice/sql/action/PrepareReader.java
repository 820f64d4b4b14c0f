package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import java.util.List;

/** PREPARE TRANSACTION; a prepared statement is text that nobody can review. */
final class PrepareReader {
  private PrepareReader() {}

  static List<Action> read(Cursor c) {
    return List.of(
        c.at("PREPARE", "TRANSACTION")
            ? new Action.TransactionControl(c.whole(), "PREPARE TRANSACTION")
            : new Action.Unrecognised(c.whole(), "prepared statements are not analysed"));
  }
}
