package dev.sluice.flow.group;

import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.DiscoveredTargets;
import dev.sluice.store.record.DiscoveredTargets.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The databases found on servers, as the record has them; another replica may have looked. */
public final class Discovered {
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final StoreDatabase store;
  private final Clock clock;
  private volatile Map<Search, Set<String>> found = Map.of();
  private volatile Instant readAt = Instant.MIN;

  public Discovered(StoreDatabase store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The same map as long as nothing has changed. */
  public Map<Search, Set<String>> found() {
    return found;
  }

  /** Reads the record when it may be out of date; never inside a transaction. */
  public void refresh() {
    Instant now = clock.instant();
    if (readAt.isBefore(now.minus(FRESH)) || readAt.isAfter(now)) {
      readAgain();
    }
  }

  void readAgain() {
    Map<Search, Set<String>> read = store.read(DiscoveredTargets::all);
    if (!read.equals(found)) {
      found = read;
    }
    readAt = clock.instant();
  }
}
