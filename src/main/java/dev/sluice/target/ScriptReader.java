package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;

/** Writes a target's schema as a script. */
interface ScriptReader {
  /**
   * Reads in a short read-only transaction that is over when this returns. The connection must be
   * outside a transaction.
   */
  SchemaScript read(Connection connection) throws SQLException;
}
