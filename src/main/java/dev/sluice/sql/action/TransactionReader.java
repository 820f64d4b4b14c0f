package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import java.util.List;
import java.util.Locale;

/** BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their other spellings. */
final class TransactionReader {
  private TransactionReader() {}

  static List<Action> read(Cursor c) {
    String verb =
        switch (c.peek().text().toUpperCase(Locale.ROOT)) {
          case "BEGIN", "START" -> "BEGIN";
          case "COMMIT", "END" -> "COMMIT";
          case "ROLLBACK", "ABORT" -> "ROLLBACK";
          default -> c.peek().text().toUpperCase(Locale.ROOT);
        };
    return List.of(new Action.TransactionControl(c.whole(), verb));
  }
}
