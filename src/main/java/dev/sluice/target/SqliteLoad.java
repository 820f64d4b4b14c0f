package dev.sluice.target;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** SQLite knows nothing of others; its disk is ours to ask. */
final class SqliteLoad implements LoadReader {
  @Override
  public Measured<List<String>> longTransactions(
      Connection connection, Duration over, Set<String> tables) {
    return new Measured.NotOffered<>();
  }

  @Override
  public Measured<Duration> replicationLag(Connection connection) {
    return new Measured.NotOffered<>();
  }

  @Override
  public Measured<Long> freeConnections(Connection connection) {
    return new Measured.NotOffered<>();
  }

  @Override
  public Measured<Long> freeDisk(TargetSettings settings) throws SQLException {
    try {
      return Measured.of(
          Files.getFileStore(SqliteConnections.file(settings).resolveSibling("."))
              .getUsableSpace());
    } catch (IOException e) {
      throw new SQLException("cannot ask for the free disk", "08006", e);
    }
  }

  @Override
  public Measured<List<String>> otherTools(Connection connection, Set<String> tables)
      throws SQLException {
    return Measured.of(
        LiquibaseLock.held(
            connection,
            "exists (select 1 from sqlite_master where lower(name) = 'databasechangeloglock')"));
  }
}
