package dev.sluice.review.impact;

import dev.sluice.sql.DataType;
import java.util.List;

/** Which type changes leave InnoDB's stored rows as they are. */
final class MysqlTypes {
  /** utf8mb4; of other character sets the catalog knows nothing, so the shortest bound counts. */
  private static final int BYTES_PER_CHARACTER = 4;

  /** Up to here the length of a value takes one byte. */
  private static final int ONE_BYTE = 255;

  private MysqlTypes() {}

  static boolean sameStorage(DataType from, DataType to) {
    if (from.equals(to)) {
      return true;
    }
    if (!from.name().equals(to.name())) {
      return false;
    }
    return switch (from.name()) {
      case "varchar" -> grows(from, to, BYTES_PER_CHARACTER);
      case "varbinary" -> grows(from, to, 1);
      case "enum", "set" -> appends(from.arguments(), to.arguments());
      default -> false;
    };
  }

  private static boolean grows(DataType from, DataType to, int bytes) {
    int before = length(from);
    int after = length(to);
    boolean oneByte = after * bytes <= ONE_BYTE;
    boolean alreadyTwo = before > ONE_BYTE || before * bytes > ONE_BYTE;
    return before > 0 && after >= before && (oneByte || alreadyTwo);
  }

  private static int length(DataType type) {
    String length = type.arguments().isEmpty() ? "" : type.arguments().get(0).strip();
    return length.matches("\\d{1,6}") ? Integer.parseInt(length) : 0;
  }

  /** New members at the end, and no more of them than the stored number can count. */
  private static boolean appends(List<String> from, List<String> to) {
    boolean sameWidth = (from.size() > ONE_BYTE) == (to.size() > ONE_BYTE);
    return to.size() >= from.size() && to.subList(0, from.size()).equals(from) && sameWidth;
  }
}
