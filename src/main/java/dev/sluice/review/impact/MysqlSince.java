package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.ServerVersion;
import dev.sluice.sql.Dialect;

/**
 * From which version on MySQL and MariaDB do something. A server of unknown version counts as a
 * current one. The limits come from the manuals ("Online DDL Operations"; "InnoDB Online DDL
 * Operations with the INSTANT Algorithm"): {@code MysqlLocksTest} proves on MySQL 8.0.12 and
 * MariaDB 11.4 what holds there, so of MySQL the first and the last column of this table are proved
 * as "not yet", and what newer servers do is taken from the manual.
 */
enum MysqlSince {
  /** A new column at the end only needs a note in the dictionary. */
  INSTANT_COLUMN(v(8, 0, 12), v(10, 3, 2)),
  /** Also FIRST and AFTER. */
  INSTANT_COLUMN_ANYWHERE(v(8, 0, 29), v(10, 4, 0)),
  /** Up to 64 versions of the rows; then error 4092 until the table is rebuilt. */
  INSTANT_DROP_COLUMN(v(8, 0, 29), v(10, 4, 0)),
  /** Before, MySQL noted it without calling it instant. */
  INSTANT_RENAME_COLUMN(v(8, 0, 28), v(10, 3, 2)),
  /** MODIFY … FIRST or AFTER; MySQL rebuilds. */
  INSTANT_REORDER(Version.NEVER, v(10, 4, 0)),
  /** VARCHAR from up to 127 bytes to any length; MySQL copies past 255 bytes. */
  INSTANT_LONG_VARCHAR(Version.NEVER, v(10, 4, 3)),
  /** Another collation of the same character set, utf8mb3 to utf8mb4; MySQL copies. */
  INSTANT_COLLATION(Version.NEVER, v(10, 4, 3)),
  /** Before, MySQL read a CHECK and forgot it. */
  CHECKS(v(8, 0, 16), v(10, 2, 1)),
  /** Before, MySQL read REFERENCES behind a column and forgot it. */
  INLINE_REFERENCES(v(9, 0, 0), v(10, 5, 0)),
  /** A table is copied while writers go on. */
  ONLINE_COPY(Version.NEVER, v(11, 2, 1));

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Version mysql;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Version mariadb;

  MysqlSince(Version mysql, Version mariadb) {
    this.mysql = mysql;
    this.mariadb = mariadb;
  }

  boolean in(Catalog catalog) {
    Version wanted = catalog.dialect() == Dialect.MARIADB ? mariadb : mysql;
    boolean ever = wanted.major < Version.NEVER.major;
    return ever && catalog.version().map(wanted::reachedBy).orElse(true);
  }

  private record Version(int major, int minor, int patch) {
    static final Version NEVER = new Version(Integer.MAX_VALUE, 0, 0);

    boolean reachedBy(ServerVersion server) {
      return server.atLeast(major, minor, patch);
    }
  }

  private static Version v(int major, int minor, int patch) {
    return new Version(major, minor, patch);
  }
}
