package dev.sluice.catalog;

import java.util.List;
import java.util.function.Predicate;

/** {@code PRIMARY}, {@code t_ibfk_1}, {@code t_chk_1}; a key is called by its first column. */
final class MysqlNames implements ImplicitNames {
  @Override
  public String primaryKey(Table table, Predicate<String> taken) {
    return "PRIMARY";
  }

  @Override
  public String unique(Table table, List<String> columns, Predicate<String> taken) {
    return index(table, columns, taken);
  }

  @Override
  public String foreignKey(Table table, List<String> columns) {
    return numbered(table, "_ibfk_");
  }

  @Override
  public String check(Table table, List<String> columns) {
    return numbered(table, "_chk_");
  }

  private static String numbered(Table table, String label) {
    int i = 1;
    while (table.constraint(table.name().name() + label + i).isPresent()) {
      i++;
    }
    return table.name().name() + label + i;
  }

  @Override
  public String index(Table table, List<String> columns, Predicate<String> taken) {
    String first = columns.isEmpty() ? "functional_index" : columns.get(0);
    String name = first;
    for (int i = 2; table.index(name).isPresent(); i++) {
      name = first + "_" + i;
    }
    return name;
  }
}
