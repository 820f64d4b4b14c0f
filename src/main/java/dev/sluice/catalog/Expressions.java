package dev.sluice.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the columns that an expression speaks of, by its words. */
final class Expressions {
  private static final Pattern WORD =
      Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)");

  private Expressions() {}

  /** In the order of the table. */
  static List<String> columns(String expression, Table table) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(expression);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        words.add(matcher.group(1).replace("\"\"", "\""));
      } else if (matcher.group(2) != null) {
        words.add(matcher.group(2).toLowerCase(Locale.ROOT));
      }
    }
    return table.columns().stream().map(Column::name).filter(words::contains).toList();
  }

  static boolean names(String expression, String column, Table table) {
    return columns(expression, table).contains(column);
  }
}
