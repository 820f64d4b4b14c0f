package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;

/** What actions take on one engine. */
@FunctionalInterface
public interface Impacts {
  /**
   * What the action takes on the catalog that it finds. Whether anybody can notice (a table that is
   * new is nobody else's yet) is not said here.
   */
  Impact of(Action action, Catalog before);

  static Impacts of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresImpacts();
      case SQLITE -> new SqliteImpacts();
      case MYSQL, MARIADB -> new MysqlImpacts();
    };
  }
}
