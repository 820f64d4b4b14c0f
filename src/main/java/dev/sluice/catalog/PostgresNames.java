package dev.sluice.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code t_pkey}, {@code t_a_b_key}, {@code t_a_fkey}, {@code t_a_check}, {@code t_a_idx}. */
final class PostgresNames implements ImplicitNames {
  /** NAMEDATALEN − 1. */
  private static final int LONGEST = 63;

  private static final Pattern CALL = Pattern.compile("\\(*\\s*(\\w+)\\s*\\(.*", Pattern.DOTALL);

  @Override
  public String primaryKey(Table table, Predicate<String> taken) {
    return free(table.name().name(), "", "pkey", taken);
  }

  @Override
  public String unique(Table table, List<String> columns, Predicate<String> taken) {
    return free(table.name().name(), String.join("_", columns), "key", taken);
  }

  @Override
  public String foreignKey(Table table, List<String> columns) {
    String name = table.name().name();
    return free(name, String.join("_", columns), "fkey", n -> table.constraint(n).isPresent());
  }

  @Override
  public String check(Table table, List<String> columns) {
    String column = columns.size() == 1 ? columns.get(0) : "";
    return free(table.name().name(), column, "check", n -> table.constraint(n).isPresent());
  }

  @Override
  public String index(Table table, List<String> columns, Predicate<String> taken) {
    List<String> parts = columns.stream().map(c -> part(table, c)).toList();
    return free(table.name().name(), String.join("_", parts), "idx", taken);
  }

  @Override
  public String exclusion(Table table, List<String> columns, Predicate<String> taken) {
    return free(table.name().name(), String.join("_", columns), "excl", taken);
  }

  /** An expression is called by its function, or {@code expr}. */
  private static String part(Table table, String column) {
    if (table.column(column).isPresent() || column.matches("[\\w$]+")) {
      return column;
    }
    Matcher call = CALL.matcher(column);
    return call.matches() ? call.group(1) : "expr";
  }

  private static String free(String first, String second, String label, Predicate<String> taken) {
    String name = join(first, second, label);
    for (int i = 1; taken.test(name); i++) {
      name = join(first, second, label + i);
    }
    return name;
  }

  /** Shortens the longer part until the whole fits, as makeObjectName of the server does. */
  private static String join(String first, String second, String label) {
    int room = LONGEST - label.length() - (second.isEmpty() ? 1 : 2);
    int a = bytes(first);
    int b = bytes(second);
    while (a + b > room) {
      if (a > b) {
        a--;
      } else {
        b--;
      }
    }
    String tail = second.isEmpty() ? "" : "_" + cut(second, b);
    return cut(first, a) + tail + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String cut(String text, int bytes) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
