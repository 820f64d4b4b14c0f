package dev.sluice.store;

import dev.sluice.setting.Secret;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The databases that can be the store: tests of it run on each. */
public enum TestStore {
  SQLITE {
    @Override
    public StoreSettings fresh(Path directory) {
      return StoreSettings.sqlite(directory.resolve("sluice.db"));
    }
  },
  POSTGRESQL {
    @Override
    public StoreSettings fresh(Path directory) {
      TestDatabase template = template();
      String name = "store" + COUNTER.incrementAndGet();
      beside(template, "postgres")
          .execute("create database " + name + " template " + nameOf(template));
      return settings(beside(template, name));
    }
  };

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static @Nullable TestDatabase migrated;

  /** An empty store. */
  public abstract StoreSettings fresh(Path directory);

  /** A PostgreSQL database as store. */
  public static StoreSettings settings(TestDatabase database) {
    return new StoreSettings(
        database.url(),
        Optional.of(database.username()),
        Optional.of(Secret.parse(database.password())));
  }

  /** Copying a database is much quicker than migrating one. */
  private static synchronized TestDatabase template() {
    if (migrated == null) {
      migrated = EmbeddedDatabases.postgres();
      StoreDatabase.open(settings(migrated), Clock.systemUTC()).close();
    }
    return migrated;
  }

  private static TestDatabase beside(TestDatabase one, String name) {
    String url = one.url().replaceFirst("[^/]*$", name);
    return new TestDatabase(url, one.username(), one.password());
  }

  private static String nameOf(TestDatabase database) {
    return database.url().replaceFirst(".*/", "");
  }
}
