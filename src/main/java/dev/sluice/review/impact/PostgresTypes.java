package dev.sluice.review.impact;

import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.action.DataTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which type changes leave PostgreSQL's stored rows as they are (measured on 15). */
final class PostgresTypes {
  private static final String VARCHAR = "character varying";
  private static final Set<String> WITH_PRECISION =
      Set.of(
          "timestamp",
          "timestamp without time zone",
          "timestamp with time zone",
          "time",
          "time without time zone",
          "time with time zone",
          "interval",
          VARCHAR,
          "bit varying");

  private static final Pattern CAST = Pattern.compile("(?s)(?<name>\\S+?)\\s*::\\s*(?<type>.+)");

  private PostgresTypes() {}

  static boolean binaryCompatible(DataType from, DataType to) {
    if (from.equals(to)) {
      return true;
    }
    if (from.array() || to.array()) {
      return false;
    }
    if (from.name().equals(to.name())) {
      return from.name().equals("numeric") ? numericGrows(from, to) : grows(from, to);
    }
    boolean text =
        Set.of(VARCHAR, "text").containsAll(Set.of(from.name(), to.name()))
            && to.arguments().isEmpty();
    return text || (from.name().equals("cidr") && to.name().equals("inet"));
  }

  private static boolean grows(DataType from, DataType to) {
    if (!WITH_PRECISION.contains(from.name())) {
      return false;
    }
    return to.arguments().isEmpty()
        || (!from.arguments().isEmpty() && argument(from, 0) <= argument(to, 0));
  }

  private static boolean numericGrows(DataType from, DataType to) {
    return to.arguments().isEmpty()
        || (!from.arguments().isEmpty()
            && argument(from, 0) <= argument(to, 0)
            && argument(from, 1) == argument(to, 1));
  }

  private static int argument(DataType type, int index) {
    List<String> arguments = type.arguments();
    try {
      return index < arguments.size() ? Integer.parseInt(arguments.get(index).strip()) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Whether USING only hands the column over, perhaps with a cast to the new type. */
  static boolean sameValue(Optional<String> using, String column, DataType type) {
    if (using.isEmpty()) {
      return true;
    }
    String text = using.get().strip();
    Matcher cast = CAST.matcher(text);
    boolean isCast = cast.matches();
    String name = isCast ? cast.group("name") : text;
    boolean sameType =
        !isCast || DataTypes.parse(cast.group("type"), Dialect.POSTGRESQL).equals(type);
    return sameType && name.replace("\"", "").equalsIgnoreCase(column);
  }
}
