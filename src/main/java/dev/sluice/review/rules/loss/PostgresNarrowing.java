package dev.sluice.review.rules.loss;

import dev.sluice.language.Message;
import dev.sluice.sql.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of PostgreSQL's type changes lose something. */
final class PostgresNarrowing {
  /** Each holds all that the ones before it hold, fractions aside. */
  private static final List<String> NUMBERS =
      List.of("smallint", "integer", "bigint", "real", "double precision", "numeric");

  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private PostgresNarrowing() {}

  /** In words, e.g. {@code longer texts do not fit}; empty when everything fits. */
  static Optional<Message> loss(DataType from, DataType to) {
    if (from.array() || to.array()) {
      return Optional.empty();
    }
    if (TEXTS.contains(from.name())) {
      return TEXTS.contains(to.name()) && length(to) < length(from)
          ? Optional.of(Message.of("longer texts do not fit"))
          : Optional.empty();
    }
    if (NUMBERS.contains(from.name()) && NUMBERS.contains(to.name())) {
      return number(from, to);
    }
    return time(from.name(), to.name());
  }

  private static Optional<Message> number(DataType from, DataType to) {
    boolean fraction = !INTEGERS.contains(from.name()) && INTEGERS.contains(to.name());
    if (fraction) {
      return Optional.of(Message.of("fractions are rounded away"));
    }
    if (to.name().equals("numeric") && !to.arguments().isEmpty()) {
      return fewerDigits(from, to);
    }
    boolean smaller = NUMBERS.indexOf(to.name()) < NUMBERS.indexOf(from.name());
    return smaller
        ? Optional.of(Message.of("larger or finer numbers do not fit"))
        : Optional.empty();
  }

  private static Optional<Message> fewerDigits(DataType from, DataType to) {
    int before = from.name().equals("numeric") ? whole(from) : digits(from.name());
    int scale = from.name().equals("numeric") ? scale(from) : 0;
    if (whole(to) < before) {
      return Optional.of(Message.of("larger numbers do not fit"));
    }
    return scale(to) < scale ? Optional.of(Message.of("fractions are rounded")) : Optional.empty();
  }

  private static int digits(String integer) {
    return switch (integer) {
      case "smallint" -> 5;
      case "integer" -> 10;
      case "bigint" -> 19;
      default -> UNLIMITED;
    };
  }

  private static int whole(DataType numeric) {
    return numeric.arguments().isEmpty() ? UNLIMITED : argument(numeric, 0) - argument(numeric, 1);
  }

  private static int scale(DataType numeric) {
    return numeric.arguments().isEmpty() ? UNLIMITED : argument(numeric, 1);
  }

  private static Optional<Message> time(String from, String to) {
    if (!from.startsWith("timestamp")) {
      return Optional.empty();
    }
    if (to.equals("date")) {
      return Optional.of(Message.of("the time of day is lost"));
    }
    return to.startsWith("time ") ? Optional.of(Message.of("the date is lost")) : Optional.empty();
  }

  private static int length(DataType text) {
    return text.arguments().isEmpty() ? UNLIMITED : argument(text, 0);
  }

  private static int argument(DataType type, int index) {
    try {
      return index < type.arguments().size()
          ? Integer.parseInt(type.arguments().get(index).strip())
          : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
