package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Liquibase keeps others out with a row in a table of its own, in the schema that it works on. */
final class LiquibaseLock {
  private LiquibaseLock() {}

  /**
   * @param present a condition that holds where the table is
   */
  static List<String> held(Connection connection, String present) throws SQLException {
    boolean there = !Rows.list(connection, "select 1 where " + present, r -> r.getInt(1)).isEmpty();
    if (!there) {
      return List.of();
    }
    return Rows.list(
        connection,
        "select lockedby, lockgranted from databasechangeloglock where locked",
        r -> "Liquibase's lock is held by " + r.getString(1) + " since " + r.getString(2));
  }
}
