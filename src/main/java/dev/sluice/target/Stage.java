package dev.sluice.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a server says that a statement is.
 *
 * @param what e.g. {@code building index: scanning table}
 * @param done so many of the {@code total} units; a total of 0 is not known
 */
record Stage(String what, long done, long total, String unit) {
  /** From the columns what, done, total, unit. */
  static Stage of(ResultSet row) throws SQLException {
    return new Stage(
        row.getString("what"), row.getLong("done"), row.getLong("total"), row.getString("unit"));
  }

  /** Empty when there is nothing to say. */
  Optional<String> words() {
    String counted =
        total > 0
            ? String.format(Locale.ROOT, "%d %% (%,d of %,d %s)", percent(), done, total, unit)
            : done > 0 ? String.format(Locale.ROOT, "%,d %s", done, unit) : "";
    String words = what.isEmpty() || counted.isEmpty() ? what + counted : what + ", " + counted;
    return Optional.of(words).filter(w -> !w.isEmpty());
  }

  private long percent() {
    return Math.min(100, done * 100 / total);
  }
}
