package dev.sluice.target;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.sql.SyntaxJudge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Catalogs by target. A cheap question tells whether the schema is still the same; row estimates
 * change without it and are read again after a while.
 */
public final class CatalogCache {
  static final Duration SIZES_LAST = Duration.ofMinutes(10);

  private final ConcurrentMap<TargetName, Entry> entries = new ConcurrentHashMap<>();
  private final Clock clock;

  public CatalogCache(Clock clock) {
    this.clock = clock;
  }

  /** What is done with an open review connection. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Catalog catalog, SyntaxJudge judge, Prober prober);
  }

  private record Entry(String fingerprint, Catalog catalog, Instant readAt) {}

  /** The target's catalog as of now, through an open review connection. */
  public Catalog of(TargetDatabase target, Connection review) throws SQLException {
    String fingerprint = target.fingerprint(review);
    Entry known = entries.get(target.name());
    Instant now = clock.instant();
    if (known != null
        && known.fingerprint.equals(fingerprint)
        && known.readAt.plus(SIZES_LAST).isAfter(now)) {
      return known.catalog;
    }
    // the fingerprint is the older of both: a change in between is seen next time
    Catalog catalog = target.readCatalog(review);
    entries.put(target.name(), new Entry(fingerprint, catalog, now));
    return catalog;
  }

  /**
   * Opens a review connection for the time of the work, which gets the catalog, the target's own
   * judgement of syntax, and what answers probes.
   */
  public <T> Looked<T> look(TargetDatabase target, Work<T> work) {
    try (Connection review = target.openForReview()) {
      Catalog catalog = of(target, review);
      return new Looked.Seen<>(work.with(catalog, target.judge(review), target.prober(review)));
    } catch (SQLException e) {
      return new Looked.Unreachable<>(target.explain(e).message());
    }
  }
}
