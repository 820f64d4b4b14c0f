package dev.sluice.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite files. */
final class SqliteConnections {
  private static final String PREFIX = "jdbc:sqlite:";

  private SqliteConnections() {}

  static Connection deploy(TargetSettings settings) throws SQLException {
    return open(settings.url(), config(settings.lockTimeout()));
  }

  /**
   * A file that is not there yet is an empty database, as it will be for the first deployment; the
   * review must not create it. Where its folder is missing too, no deployment could create it.
   */
  static Connection review(TargetSettings settings) throws SQLException {
    SQLiteConfig config = config(settings.lockTimeout());
    Path file = file(settings);
    if (!Files.exists(file) && Files.isDirectory(file.resolveSibling("."))) {
      return open(PREFIX + ":memory:", config);
    }
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    Connection connection = open(settings.url(), config);
    Rows.execute(connection, "pragma query_only = true");
    return connection;
  }

  /** An empty database of nobody, from which no file can be reached. */
  static Connection memory() throws SQLException {
    Connection connection = open(PREFIX + ":memory:", config(Duration.ZERO));
    connection.unwrap(SQLiteConnection.class).setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
    return connection;
  }

  private static SQLiteConfig config(Duration busy) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) busy.toMillis());
    config.enforceForeignKeys(true);
    return config;
  }

  private static Connection open(String url, SQLiteConfig config) throws SQLException {
    Properties properties = config.toProperties();
    Connection connection = new JDBC().connect(url, properties);
    if (connection == null) {
      throw new SQLException("the url is not one of SQLite", "08001");
    }
    return connection;
  }

  /** The database's file, for what stands beside it. */
  static Path file(TargetSettings settings) {
    String path = settings.url().substring(PREFIX.length());
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    return Path.of(bare.startsWith("file:") ? bare.substring("file:".length()) : bare)
        .toAbsolutePath()
        .normalize();
  }
}
