package dev.sluice.deploy.executor;

import dev.sluice.sql.Dialect;

/** The list of engines that we deploy to. */
final class Engines {
  private Engines() {}

  static Engine of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresqlEngine();
      case SQLITE -> new SqliteEngine();
      case MYSQL, MARIADB -> new MysqlEngine(dialect);
    };
  }
}
