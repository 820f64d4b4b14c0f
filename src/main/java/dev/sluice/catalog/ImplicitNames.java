package dev.sluice.catalog;

import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The names that an engine makes up for what a statement leaves unnamed. */
interface ImplicitNames {
  /** The name of a primary key and of its index. */
  String primaryKey(Table table, Predicate<String> taken);

  /** The name of a unique constraint and of its index. */
  String unique(Table table, List<String> columns, Predicate<String> taken);

  String foreignKey(Table table, List<String> columns);

  /**
   * @param columns those that the expression names
   */
  String check(Table table, List<String> columns);

  /** The name of a PostgreSQL exclusion constraint; no other engine has them. */
  default String exclusion(Table table, List<String> columns, Predicate<String> taken) {
    return "";
  }

  String index(Table table, List<String> columns, Predicate<String> taken);

  /** Whether constraints have names at all, or only their indexes. */
  default boolean namesConstraints() {
    return true;
  }

  /** How the index is called when its table gets a new name. */
  default String afterRename(String index, String oldTable, String newTable) {
    return index;
  }

  static ImplicitNames of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresNames();
      case SQLITE -> new SqliteNames();
      case MYSQL, MARIADB -> new MysqlNames();
    };
  }

  /** The constraint's name, or empty for an engine that gives none. */
  default Optional<String> ofConstraint(Optional<String> written, String made) {
    return namesConstraints() ? written.or(() -> Optional.of(made)) : Optional.empty();
  }
}
