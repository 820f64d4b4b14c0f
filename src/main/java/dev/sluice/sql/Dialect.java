package dev.sluice.sql;

import java.util.Locale;

/** The SQL of one database engine. Also the {@code engine} of a database in the configuration. */
public enum Dialect {
  POSTGRESQL,
  MYSQL,
  MARIADB,
  SQLITE;

  /**
   * The name used in the configuration, in fixtures and on the command line: {@code postgresql}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Folds an identifier to the form in which catalogs and actions hold it, so that plain equality
   * compares names as the engine does (PostgreSQL manual 4.1.1; SQLite and MySQL columns compare
   * without case).
   *
   * @param name the identifier without its quotes
   */
  public String fold(String name, boolean quoted) {
    return this == POSTGRESQL && quoted ? name : name.toLowerCase(Locale.ROOT);
  }

  /** Whether a failed transaction takes its DDL back with it. */
  public boolean transactionalDdl() {
    return this == POSTGRESQL || this == SQLITE;
  }
}
