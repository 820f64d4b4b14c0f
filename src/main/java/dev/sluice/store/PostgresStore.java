package dev.sluice.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.setting.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A PostgreSQL database, which several processes may share. */
record PostgresStore(StoreSettings settings) implements StoreDialect {

  private static final int WRITERS = 8;
  private static final int READERS = 4;
  private static final long WAIT_MILLIS = 5_000;

  /** Of the advisory lock: "Sluice" in ASCII. */
  private static final long WRITING = 0x536c75696365L;

  /**
   * Who stops in the middle of a transaction (a machine that is suspended, say) must not hold up
   * the other processes: the server ends its session long before its leases end.
   */
  private static final String BOUNDS =
      "set idle_in_transaction_session_timeout = '10s'; set lock_timeout = '20s';"
          + " set statement_timeout = '30s'";

  @Override
  public Occupied occupy() {
    return () -> {};
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public void mustExist() {
    try (HikariDataSource source = open(config("store-look", 1))) {
      boolean there =
          Jdbi.create(source)
              .withHandle(
                  h ->
                      h.createQuery("select to_regclass('ledger') is not null")
                          .mapTo(Boolean.class)
                          .one());
      if (!there) {
        throw new StoreUnavailable(
            "There is no store at " + settings.url() + " yet: sluice serve makes it.");
      }
    }
  }

  @Override
  public void migrate() {
    StoreDialect.migrate(
        settings.url(),
        StoreDialect.flyway("bigint generated always as identity primary key", "bytea")
            .dataSource(
                settings.url(),
                settings.username().orElse(null),
                settings.password().map(Secret::reveal).orElse(null)),
        "postgresql");
  }

  @Override
  public HikariDataSource writers() {
    HikariConfig config = config("store-writer", WRITERS);
    config.setConnectionInitSql(BOUNDS);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return open(config);
  }

  /** Repeatable: all queries of one look see the same moment. */
  @Override
  public HikariDataSource readers() {
    HikariConfig config = config("store-reader", READERS);
    config.setConnectionInitSql(BOUNDS);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return open(config);
  }

  /**
   * Much of what we write follows from what we read before; row locks alone would let two processes
   * pass each other.
   */
  @Override
  public void oneAtATime(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(?)", WRITING);
  }

  @Override
  public Optional<Instant> time(Handle handle) {
    BigDecimal seconds =
        handle
            .createQuery("select extract(epoch from clock_timestamp())")
            .mapTo(BigDecimal.class)
            .one();
    return Optional.of(Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }

  private HikariDataSource open(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new StoreUnavailable(
          "The store " + settings.url() + " cannot be reached: " + e.getMessage(), e);
    }
  }

  private HikariConfig config(String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(settings.url());
    settings.username().ifPresent(config::setUsername);
    settings.password().map(Secret::reveal).ifPresent(config::setPassword);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.addDataSourceProperty("ApplicationName", "sluice");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("defaultRowFetchSize", "500");
    return config;
  }
}
