package dev.sluice.target;

import dev.sluice.catalog.Catalog;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads a target's schema with few set-based queries. */
interface CatalogReader {
  Catalog read(Connection connection) throws SQLException;

  /** Changes whenever the schema does; much cheaper than reading it. */
  String fingerprint(Connection connection) throws SQLException;
}
