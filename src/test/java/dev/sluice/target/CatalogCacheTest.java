package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogCacheTest {
  private final SettableClock clock = new SettableClock();
  private final CatalogCache cache = new CatalogCache(clock);

  @Test
  void aCatalogIsReadAgainWhenTheSchemaChangedOrTheSizesAreOld(@TempDir Path directory)
      throws SQLException {
    TestDatabase database = EmbeddedDatabases.sqlite(directory);
    TargetDatabase target =
        TargetDatabase.of(TargetName.of("a", "b"), Dialect.SQLITE, database.settings());
    database.execute("create table t(a)");
    try (Connection review = target.openForReview()) {
      Catalog first = cache.of(target, review);
      assertThat(cache.of(target, review)).isSameAs(first);
      clock.now = clock.now.plus(CatalogCache.SIZES_LAST);
      Catalog second = cache.of(target, review);
      assertThat(second).isNotSameAs(first);
      database.execute("create table u(a)");
      assertThat(cache.of(target, review).tables()).hasSize(2);
    }
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.EPOCH.plus(Duration.ofDays(20_000));

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
