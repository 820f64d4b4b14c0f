package dev.sluice.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;

/** Where the databases that can be the store differ. The SQL of the tables is one and the same. */
sealed interface StoreDialect permits SqliteStore, PostgresStore {

  /** What was taken by {@link #occupy}. */
  @FunctionalInterface
  interface Occupied extends AutoCloseable {
    @Override
    void close();
  }

  /** Keeps other processes out, where only one may write. */
  Occupied occupy();

  /** Whether other processes may be at work on the same store. */
  boolean shared();

  /** Throws {@link StoreUnavailable} when there is no store yet. */
  void mustExist();

  /** Brings the schema up to date. */
  void migrate();

  HikariDataSource writers();

  HikariDataSource readers();

  /** Called first in each write transaction: waits until no other one runs, in any process. */
  void oneAtATime(Handle handle);

  /** The database's own time; empty where it is this machine's. */
  Optional<Instant> time(Handle handle);

  /** What will soon keep it from writing, e.g. a disk that is nearly full. */
  Optional<String> trouble();

  static StoreDialect of(StoreSettings settings) {
    return settings.onPostgres() ? new PostgresStore(settings) : new SqliteStore(settings.file());
  }

  /**
   * @param flyway knows the database and how it spells the placeholders
   * @param own the folder of the migrations that only this dialect has
   */
  static void migrate(String store, FluentConfiguration flyway, String own) {
    try {
      flyway.locations("classpath:db/common", "classpath:db/" + own).load().migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailable(
          "The store " + store + " could not be brought up to date: " + e.getMessage(), e);
    }
  }

  static FluentConfiguration flyway(String identity, String bytes) {
    return Flyway.configure(StoreDialect.class.getClassLoader())
        .placeholders(Map.of("identity", identity, "bytes", bytes));
  }
}
