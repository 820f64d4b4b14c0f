package dev.sluice.review.rules.object;

import dev.sluice.language.Message;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds a literal against the type of its column; what is no literal is taken as right. */
final class Defaults {
  /** The type takes an expression only. */
  static final Message NEEDS_PARENTHESES =
      Message.of("needs parentheses as an expression: the type takes no literal");

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
  private static final Pattern STRING = Pattern.compile("(?s)'((?:[^'\\\\]|'')*)'(::[\\w ]+)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}.*");
  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "integer", 32, "int", 32, "bigint", 64);
  private static final Set<String> DECIMALS =
      Set.of("numeric", "decimal", "real", "double precision", "double", "float");
  private static final Set<String> TEXTS =
      Set.of("character varying", "character", "varchar", "char");
  private static final Set<String> DATES = Set.of("date", "datetime");
  private static final Set<String> LARGE =
      Set.of(
          "text",
          "tinytext",
          "mediumtext",
          "longtext",
          "blob",
          "tinyblob",
          "mediumblob",
          "longblob",
          "json",
          "geometry");

  private Defaults() {}

  /** What is wrong, in words behind the default; empty when nothing is. */
  static Optional<Message> wrong(DataType type, boolean notNull, String written, Scene scene) {
    boolean mysql = scene.dialect() != Dialect.POSTGRESQL;
    String text = written.strip();
    if (text.equalsIgnoreCase("NULL")) {
      return mysql && notNull ? Optional.of(Message.of("contradicts NOT NULL")) : Optional.empty();
    }
    boolean number = NUMBER.matcher(text).matches();
    boolean string = STRING.matcher(text).matches();
    if (type.array() || (!number && !string)) {
      return Optional.empty();
    }
    if (scene.dialect() == Dialect.MYSQL && LARGE.contains(type.name())) {
      return Optional.of(large(scene));
    }
    String value = string ? STRING.matcher(text).replaceFirst("$1").replace("''", "'") : text;
    return misfit(type, value, mysql);
  }

  private static Message large(Scene scene) {
    return scene.serverAtLeast(8, 0)
        ? NEEDS_PARENTHESES
        : Message.of("is refused: the type takes no default");
  }

  private static Optional<Message> misfit(DataType type, String value, boolean mysql) {
    String name = type.name().replace(" unsigned", "");
    if (BITS.containsKey(name) || DECIMALS.contains(name)) {
      return numeric(type, name, value);
    }
    if (TEXTS.contains(name)) {
      return longest(type, value);
    }
    if (name.equals("enum")) {
      return type.arguments().isEmpty() || holds(type, value)
          ? Optional.empty()
          : Optional.of(Message.of("is none of %s", type.arguments()));
    }
    return DATES.contains(name) || name.startsWith("timestamp")
        ? date(value, mysql)
        : Optional.empty();
  }

  private static boolean holds(DataType type, String value) {
    return type.arguments().stream()
        .map(a -> a.replaceAll("^['\"]|['\"]$", ""))
        .anyMatch(value::equalsIgnoreCase);
  }

  private static Optional<Message> numeric(DataType type, String name, String value) {
    if (!NUMBER.matcher(value.strip()).matches()) {
      return value.matches("[-+\\d.eExXa-fA-F]+")
          ? Optional.empty()
          : Optional.of(Message.of("is no %s", type));
    }
    Integer bits = BITS.get(name);
    return bits != null && outOfRange(new BigDecimal(value.strip()), bits, type.name())
        ? Optional.of(Message.of("does not fit into %s", type))
        : Optional.empty();
  }

  private static boolean outOfRange(BigDecimal value, int bits, String name) {
    boolean unsigned = name.endsWith(" unsigned");
    BigDecimal limit = new BigDecimal(2).pow(unsigned ? bits : bits - 1);
    BigDecimal least = unsigned ? BigDecimal.ZERO : limit.negate();
    return value.compareTo(limit) >= 0 || value.compareTo(least) < 0;
  }

  private static Optional<Message> longest(DataType type, String value) {
    boolean limited = type.arguments().size() == 1 && type.arguments().get(0).matches("\\d{1,9}");
    return limited
            && value.codePointCount(0, value.length()) > Integer.parseInt(type.arguments().get(0))
        ? Optional.of(Message.of("is longer than %s", type))
        : Optional.empty();
  }

  private static Optional<Message> date(String value, boolean mysql) {
    return mysql && !DATE.matcher(value).matches() && value.matches("[A-Za-z ]+|")
        ? Optional.of(Message.of("is no date"))
        : Optional.empty();
  }
}
