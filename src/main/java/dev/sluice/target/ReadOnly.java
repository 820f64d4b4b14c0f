package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;

/** A short transaction that sees one state of the database and changes nothing. */
final class ReadOnly {
  private ReadOnly() {}

  /** Something that reads. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Leaves the connection in autocommit mode, outside a transaction, also after a failure. */
  static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("the connection is in a transaction already");
    }
    Rows.execute(connection, "begin transaction isolation level repeatable read read only");
    try {
      return work.with(connection);
    } finally {
      Rows.execute(connection, "rollback");
    }
  }
}
