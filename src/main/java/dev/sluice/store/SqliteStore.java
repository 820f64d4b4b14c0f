package dev.sluice.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** An SQLite file, which belongs to one process. */
record SqliteStore(Path path) implements StoreDialect {

  private static final int READERS = 4;
  private static final long WAIT_MILLIS = 10_000;
  private static final long ENOUGH_BYTES = 16L << 20;

  @Override
  public Occupied occupy() {
    ProcessLock lock = ProcessLock.take(path);
    return lock::close;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public void mustExist() {
    if (!Files.isRegularFile(path)) {
      throw new StoreUnavailable("There is no store at " + path + " yet: sluice serve makes it.");
    }
  }

  @Override
  public void migrate() {
    StoreDialect.migrate(
        path.toString(),
        StoreDialect.flyway("integer primary key autoincrement", "blob")
            .dataSource(url(), null, null),
        "sqlite");
  }

  /**
   * One connection, IMMEDIATE: deferred transactions of several connections lose updates to
   * SQLITE_BUSY. Synchronous FULL: what was acknowledged survives a power cut.
   */
  @Override
  public HikariDataSource writers() {
    HikariConfig config = config("store-writer", 1);
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    config.addDataSourceProperty("synchronous", "FULL");
    return new HikariDataSource(config);
  }

  @Override
  public HikariDataSource readers() {
    HikariConfig config = config("store-reader", READERS);
    config.setConnectionInitSql("pragma query_only = 1");
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  @Override
  public void oneAtATime(Handle handle) {
    // there is one connection, and its transactions are IMMEDIATE
  }

  @Override
  public Optional<Instant> time(Handle handle) {
    return Optional.empty();
  }

  @Override
  public Optional<String> trouble() {
    try {
      long left = Files.getFileStore(path).getUsableSpace();
      return left >= ENOUGH_BYTES
          ? Optional.empty()
          : Optional.of("only " + left / 1024 + " KiB are left on the disk of " + path);
    } catch (IOException e) {
      return Optional.of("its disk cannot be looked at: " + e);
    }
  }

  private String url() {
    return "jdbc:sqlite:" + path;
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
}
