package dev.sluice.review.impact;

import dev.sluice.sql.DataType;
import java.util.List;

/** Which type changes leave InnoDB's stored rows as they are. */
final class MysqlTypes {
  /** Up to here the length of a value takes one byte. */
  private static final int ONE_BYTE = 255;

  /** Up to here MariaDB cannot tell the first byte of a length from a short one. */
  private static final int ALWAYS_GROWS = 127;

  private static final int SET_BITS = 8;

  private MysqlTypes() {}

  /**
   * @param bytes that a character takes at most
   * @param longer whether short columns may grow past what one byte of length can tell
   */
  static boolean sameStorage(DataType from, DataType to, int bytes, boolean longer) {
    if (from.equals(to)) {
      return true;
    }
    if (!from.name().equals(to.name())) {
      return false;
    }
    return switch (from.name()) {
      case "varchar" -> grows(from, to, bytes, longer);
      case "varbinary" -> grows(from, to, 1, longer);
      case "enum" -> appends(from.arguments(), to.arguments(), ONE_BYTE, 1);
      case "set" -> appends(from.arguments(), to.arguments(), SET_BITS, 4);
      default -> false;
    };
  }

  static boolean isString(DataType type) {
    return type.name().equals("varchar") || type.name().equals("varbinary");
  }

  private static boolean grows(DataType from, DataType to, int bytes, boolean longer) {
    int before = length(from);
    int after = length(to);
    boolean oneByte = after * bytes <= ONE_BYTE;
    boolean alreadyTwo = before * bytes > ONE_BYTE;
    boolean small = longer && before * bytes <= ALWAYS_GROWS;
    return before > 0 && after >= before && (oneByte || alreadyTwo || small);
  }

  private static int length(DataType type) {
    String length = type.arguments().isEmpty() ? "" : type.arguments().get(0).strip();
    return length.matches("\\d{1,6}") ? Integer.parseInt(length) : 0;
  }

  /**
   * New members at the end, and no more of them than the stored number can count.
   *
   * @param step after how many members the stored number takes more bytes
   * @param steps how often: from 33 members on a set takes 8 bytes
   */
  private static boolean appends(List<String> from, List<String> to, int step, int steps) {
    boolean sameWidth =
        Math.min((from.size() - 1) / step, steps) == Math.min((to.size() - 1) / step, steps);
    return to.size() >= from.size() && to.subList(0, from.size()).equals(from) && sameWidth;
  }
}
