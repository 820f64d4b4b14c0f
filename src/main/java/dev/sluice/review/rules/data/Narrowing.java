package dev.sluice.review.rules.data;

import dev.sluice.catalog.Column;
import dev.sluice.probe.Probe;
import dev.sluice.sql.DataType;
import dev.sluice.sql.ObjectName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values a smaller type would refuse. */
final class Narrowing {
  private static final Set<String> TEXTS =
      Set.of(
          "text",
          "character varying",
          "character",
          "varchar",
          "char",
          "tinytext",
          "mediumtext",
          "longtext");
  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "integer", 32, "bigint", 64);
  private static final Set<String> DECIMALS = Set.of("numeric", "decimal");
  private static final String UNSIGNED = " unsigned";

  private record Range(BigDecimal from, BigDecimal to) {
    boolean holds(Range other) {
      return from.compareTo(other.from) <= 0 && to.compareTo(other.to) >= 0;
    }
  }

  private Narrowing() {}

  /** Empty when every value fits, and for changes of another kind. */
  static Optional<Probe> probe(ObjectName table, Column column, DataType to) {
    DataType from = column.type();
    if (from.array() || to.array()) {
      return Optional.empty();
    }
    if (TEXTS.contains(from.name()) && TEXTS.contains(to.name())) {
      Optional<Integer> now = argument(to, 0);
      boolean shorter = now.isPresent() && argument(from, 0).filter(b -> b <= now.get()).isEmpty();
      return shorter
          ? Optional.of(new Probe.TooLong(table, column.name(), now.get()))
          : Optional.empty();
    }
    Optional<Range> now = range(to);
    boolean number = range(from).isPresent() || DECIMALS.contains(from.name());
    boolean smaller = number && now.isPresent() && range(from).filter(now.get()::holds).isEmpty();
    return smaller
        ? Optional.of(new Probe.OutOfRange(table, column.name(), now.get().from(), now.get().to()))
        : Optional.empty();
  }

  private static Optional<Range> range(DataType type) {
    boolean unsigned = type.name().endsWith(UNSIGNED);
    String name = unsigned ? type.name().substring(0, type.name().length() - 9) : type.name();
    if (DECIMALS.contains(name)) {
      return decimal(type, unsigned);
    }
    return Optional.ofNullable(BITS.get(name)).map(bits -> integer(bits, unsigned));
  }

  private static Range integer(int bits, boolean unsigned) {
    BigInteger half = BigInteger.TWO.pow(unsigned ? bits : bits - 1);
    return new Range(
        new BigDecimal(unsigned ? BigInteger.ZERO : half.negate()),
        new BigDecimal(half.subtract(BigInteger.ONE)));
  }

  private static Optional<Range> decimal(DataType type, boolean unsigned) {
    Optional<Integer> digits = argument(type, 0);
    int scale = argument(type, 1).orElse(0);
    return digits.map(
        d -> {
          BigDecimal top =
              BigDecimal.ONE
                  .scaleByPowerOfTen(d - scale)
                  .subtract(BigDecimal.ONE.movePointLeft(scale));
          return new Range(unsigned ? BigDecimal.ZERO : top.negate(), top);
        });
  }

  private static Optional<Integer> argument(DataType type, int index) {
    return type.arguments().stream()
        .skip(index)
        .findFirst()
        .map(String::strip)
        .filter(a -> a.matches("\\d{1,8}"))
        .map(Integer::valueOf);
  }
}
