package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;

/** SQLite keeps the text of each definition. */
final class SqliteSnapshotReader implements SnapshotReader {
  private static final int FORMAT = 1;

  private static final String DEFINITIONS =
      """
      select upper(type) || ' ' || name, sql from sqlite_master
      where sql is not null and name not like 'sqlite\\_%' escape '\\'
        and tbl_name not like '\\_sluice\\_%' escape '\\'
      """;

  @Override
  public Snapshot read(Connection connection) throws SQLException {
    return SqliteReading.transaction(
        connection,
        c -> {
          CanonicalText text = new CanonicalText();
          Rows.list(c, DEFINITIONS, r -> text.add(r.getString(1), r.getString(2)));
          return text.snapshot(FORMAT, Rows.text(c, "select sqlite_version()"));
        });
  }
}
