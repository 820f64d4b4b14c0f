package dev.sluice.catalog;

import java.util.List;
import java.util.function.Predicate;

/** SQLite names only the indexes behind keys: {@code sqlite_autoindex_t_1}. */
final class SqliteNames implements ImplicitNames {
  private static final String AUTO = "sqlite_autoindex_";

  @Override
  public String primaryKey(Table table, Predicate<String> taken) {
    return next(table);
  }

  @Override
  public String unique(Table table, List<String> columns, Predicate<String> taken) {
    return next(table);
  }

  private static String next(Table table) {
    long automatic = table.indexes().stream().filter(i -> i.name().startsWith(AUTO)).count();
    return AUTO + table.name().name() + "_" + (automatic + 1);
  }

  @Override
  public String foreignKey(Table table, List<String> columns) {
    return "";
  }

  @Override
  public String check(Table table, List<String> columns) {
    return "";
  }

  @Override
  public String index(Table table, List<String> columns, Predicate<String> taken) {
    return table.name().name() + "_idx";
  }

  @Override
  public boolean namesConstraints() {
    return false;
  }

  @Override
  public String afterRename(String index, String oldTable, String newTable) {
    String before = AUTO + oldTable + "_";
    return index.startsWith(before)
        ? AUTO + newTable + "_" + index.substring(before.length())
        : index;
  }
}
