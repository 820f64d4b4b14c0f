package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;

/** In memory; nothing on it can reach a file. */
final class SqliteShadow {
  /** Of 4 kB each: what a script writes must not take all memory. */
  private static final int MOST_PAGES = 16_384;

  private SqliteShadow() {}

  static Shadow of(Connection original, TargetEngine engine) throws SQLException {
    SqliteCopy copy = SqliteCopy.of(original);
    Rows.execute(copy.connection(), "pragma max_page_count = " + MOST_PAGES);
    return new Shadow(engine, copy.connection(), copy.missing(), copy::close);
  }
}
