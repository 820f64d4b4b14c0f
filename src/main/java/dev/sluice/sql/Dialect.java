package dev.sluice.sql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The SQL of one database engine. Also the {@code engine} of a database in the configuration. */
public enum Dialect {
  POSTGRESQL,
  MYSQL,
  MARIADB,
  SQLITE;

  /** NAMEDATALEN − 1 of PostgreSQL. */
  private static final int LONGEST = 63;

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
   * @param name the identifier without its quotes; PostgreSQL keeps its first 63 bytes
   */
  public String fold(String name, boolean quoted) {
    String kept = this == POSTGRESQL ? cut(name) : name;
    return this == POSTGRESQL && quoted ? kept : kept.toLowerCase(Locale.ROOT);
  }

  private static String cut(String name) {
    String kept = name;
    while (kept.length() > LONGEST / 4 && kept.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept;
  }

  /** Whether a failed transaction takes its DDL back with it. */
  public boolean transactionalDdl() {
    return this == POSTGRESQL || this == SQLITE;
  }
}
