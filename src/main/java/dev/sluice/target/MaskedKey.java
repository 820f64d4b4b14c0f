package dev.sluice.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key of a row, shown so that only who may read the table recognises it. */
final class MaskedKey {
  private static final int SHOWN = 2;

  private MaskedKey() {}

  /**
   * {@code (li…, …) ×3}.
   *
   * @param columns of the key; the one behind them says how often it occurs
   */
  static String of(ResultSet row, int columns) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      parts.add(masked(Optional.ofNullable(row.getString(i)).orElse("")));
    }
    String key = String.join(", ", parts);
    return (columns > 1 ? "(" + key + ")" : key) + " ×" + row.getLong(columns + 1);
  }

  /** At most two characters, and never more than a quarter of it. */
  static String masked(String value) {
    int shown = Math.min(SHOWN, value.codePointCount(0, value.length()) / 4);
    String start = value.substring(0, value.offsetByCodePoints(0, shown));
    return start.replaceAll("[\\p{Cntrl}\\s]", " ") + "…";
  }
}
