package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;

/** A short transaction of MySQL or MariaDB that changes nothing. */
final class MysqlReading {
  private MysqlReading() {}

  /** Leaves the connection in autocommit mode, outside a transaction, also after a failure. */
  static <T> T transaction(Connection connection, ReadOnly.Work<T> work) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("the connection is in a transaction already");
    }
    Rows.execute(connection, "start transaction with consistent snapshot, read only");
    try {
      return work.with(connection);
    } finally {
      Rows.execute(connection, "rollback");
    }
  }
}
