package dev.sluice.review.impact;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.sql.ColumnDefinition;
import java.util.Map;
import java.util.Optional;

/**
 * The character set and collation of a column that is stated anew.
 *
 * @param bytes that a character takes at most before; utf8mb4's four where nothing is known
 * @param cost of another collation
 */
record MysqlLetters(int bytes, MysqlCost cost) {
  private static final int UNKNOWN = 4;

  /** All others of MySQL's take one. */
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("utf8mb4", 4),
          Map.entry("utf8mb3", 3),
          Map.entry("utf16", 4),
          Map.entry("utf16le", 4),
          Map.entry("utf32", 4),
          Map.entry("ucs2", 2),
          Map.entry("gb18030", 4),
          Map.entry("gbk", 2),
          Map.entry("gb2312", 2),
          Map.entry("big5", 2),
          Map.entry("euckr", 2),
          Map.entry("sjis", 2),
          Map.entry("cp932", 2),
          Map.entry("ujis", 3),
          Map.entry("eucjpms", 3));

  static MysqlLetters of(Column before, ColumnDefinition after, MysqlTable table) {
    int bytes = before.collation().map(c -> BYTES.getOrDefault(charset(c), 1)).orElse(UNKNOWN);
    Optional<String> collation =
        after
            .layout()
            .collation()
            .or(() -> after.layout().charset().map(c -> collationOf(canonical(c), table)))
            .or(() -> ofTable(table));
    return new MysqlLetters(
        bytes, collation.map(c -> cost(before, c, table)).orElse(MysqlCost.NOTE));
  }

  /** Of giving a column another collation; none where its present one is not known. */
  static MysqlCost cost(Column column, String written, MysqlTable table) {
    String collation = canonicalCollation(written);
    String old = column.collation().map(MysqlLetters::canonicalCollation).orElse(collation);
    if (collation.equals(old)) {
      return MysqlCost.NOTE;
    }
    if (charset(collation).equals(charset(old))) {
      return otherCollation(column.name(), table);
    }
    return widens(charset(old), charset(collation), table)
        ? MysqlCost.NOTE
        : MysqlCost.of(table.copy());
  }

  private static MysqlCost otherCollation(String column, MysqlTable table) {
    if (!table.can(MysqlSince.INSTANT_COLLATION)) {
      return MysqlCost.of(table.copy());
    }
    return table.indexed(column) ? MysqlCost.of(MysqlAlgorithm.INDEX) : MysqlCost.NOTE;
  }

  /** Whether every text stays as it is stored. */
  private static boolean widens(String from, String to, MysqlTable table) {
    boolean wider = from.equals("utf8mb3") && to.equals("utf8mb4");
    return wider && table.can(MysqlSince.INSTANT_COLLATION);
  }

  /** What a character set brings along where no collation is written. */
  static String collationOf(String charset, MysqlTable table) {
    if (charset.equals("latin1")) {
      return "latin1_swedish_ci";
    }
    if (charset.equals("utf8mb4") && !table.mariadb()) {
      return "utf8mb4_0900_ai_ci";
    }
    return charset + "_general_ci";
  }

  private static Optional<String> ofTable(MysqlTable table) {
    return table.table().flatMap(Table::storage).map(Table.Storage::collation);
  }

  /** {@code utf8mb4} of {@code utf8mb4_0900_ai_ci}. */
  private static String charset(String collation) {
    int end = collation.indexOf('_');
    return canonical(end < 0 ? collation : collation.substring(0, end));
  }

  private static String canonicalCollation(String collation) {
    return collation.startsWith("utf8_") ? "utf8mb3_" + collation.substring(5) : collation;
  }

  static String canonical(String charset) {
    return charset.equals("utf8") ? "utf8mb3" : charset;
  }
}
