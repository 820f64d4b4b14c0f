package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Canonical text of a PostgreSQL schema. The server writes the definitions; with an empty search
 * path it qualifies every name.
 */
final class PostgresqlSnapshotReader implements SnapshotReader {
  private static final int FORMAT = 1;

  @Override
  public Snapshot read(Connection connection) throws SQLException {
    return ReadOnly.transaction(connection, PostgresqlSnapshotReader::text);
  }

  private static Snapshot text(Connection connection) throws SQLException {
    Rows.execute(connection, "set local search_path to ''");
    // another's ACCESS EXCLUSIVE lock on a view blocks its definition
    Rows.execute(connection, "set local lock_timeout = '5s'");
    CanonicalText text = new CanonicalText();
    for (String section : PostgresqlSections.ALL) {
      Rows.list(connection, section, r -> text.add(r.getString(1), Rows.optional(r, 2).orElse("")));
    }
    return text.snapshot(FORMAT, Rows.text(connection, "show server_version"));
  }
}
