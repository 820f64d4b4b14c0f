package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes a target's schema as canonical text. */
interface SnapshotReader {
  /**
   * Reads in a short read-only transaction that is over when this returns. The connection must be
   * outside a transaction.
   */
  Snapshot read(Connection connection) throws SQLException;
}
