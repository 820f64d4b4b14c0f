package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;

/** A read transaction of SQLite: it sees one state and lets writers go on. */
final class SqliteReading {
  private SqliteReading() {}

  static <T> T transaction(Connection connection, ReadOnly.Work<T> work) throws SQLException {
    Rows.execute(connection, "begin deferred");
    try {
      return work.with(connection);
    } finally {
      Rows.execute(connection, "rollback");
    }
  }
}
