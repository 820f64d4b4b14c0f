package dev.sluice.benchmark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SQL of our own making, in the words that every engine here understands unless said. */
final class Scripts {
  private Scripts() {}

  /** One migration of {@code statements} statements around a table of its own, with findings. */
  static String migration(int number, int statements) {
    String table = "orders_" + number;
    String create =
        "CREATE TABLE %s (id bigint NOT NULL PRIMARY KEY, note varchar(200), total numeric(12,2));%n"
            .formatted(table);
    return create
        + IntStream.range(1, statements)
            .mapToObj(i -> statement(table, i))
            .collect(Collectors.joining());
  }

  private static String statement(String table, int i) {
    return switch (i % 5) {
      case 0 -> "ALTER TABLE %s ADD COLUMN c%d integer;%n".formatted(table, i);
      case 1 -> "CREATE INDEX %s_i%d ON %s (note, total);%n".formatted(table, i, table);
      case 2 -> "INSERT INTO %s (id, note, total) VALUES (%d, 'n', 1.50);%n".formatted(table, i);
      case 3 -> "UPDATE %s SET note = 'late' WHERE id = %d;%n".formatted(table, i);
      default -> "DELETE FROM %s WHERE id = %d AND total > 10;%n".formatted(table, i);
    };
  }

  /** {@code count} small statements: one table and rows. */
  static String small(int count) {
    return "CREATE TABLE small (id bigint NOT NULL PRIMARY KEY, note varchar(40));\n"
        + IntStream.range(1, count)
            .mapToObj("INSERT INTO small (id, note) VALUES (%1$d, 'row %1$d');%n"::formatted)
            .collect(Collectors.joining());
  }
}
