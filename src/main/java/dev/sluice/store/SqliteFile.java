package dev.sluice.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** How one SQLite file is opened and kept up to date. */
record SqliteFile(Path path) {

  private static final int READERS = 4;
  private static final long WAIT_MILLIS = 10_000;

  void mustExist() {
    if (!Files.isRegularFile(path)) {
      throw new StoreUnavailable("There is no store at " + path + " yet.");
    }
  }

  void migrate() {
    try {
      Flyway.configure(SqliteFile.class.getClassLoader())
          .dataSource(url(), null, null)
          .locations("classpath:db/common", "classpath:db/sqlite")
          .placeholders(Map.of("identity", "integer primary key autoincrement", "bytes", "blob"))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailable(
          "The store " + path + " could not be brought up to date: " + e.getMessage(), e);
    }
  }

  /**
   * One connection, IMMEDIATE: deferred transactions of several connections lose updates to
   * SQLITE_BUSY. Synchronous FULL: what was acknowledged survives a power cut.
   */
  HikariDataSource writer() {
    HikariConfig config = config("store-writer", 1);
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    config.addDataSourceProperty("synchronous", "FULL");
    return new HikariDataSource(config);
  }

  HikariDataSource readers() {
    HikariConfig config = config("store-reader", READERS);
    config.setConnectionInitSql("pragma query_only = 1");
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private HikariConfig config(String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setMaxLifetime(0);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("busy_timeout", String.valueOf(WAIT_MILLIS));
    config.addDataSourceProperty("foreign_keys", "true");
    return config;
  }

  private String url() {
    return "jdbc:sqlite:" + path;
  }
}
