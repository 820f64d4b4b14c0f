package dev.sluice.store.lanes;

import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the clock was set back, also while Sluice was down, and brings what waits along: it
 * would wait until the clock is again where it was. What a person asked for at a certain time keeps
 * that time.
 */
final class SetBackClock {

  private static final Logger log = LoggerFactory.getLogger(SetBackClock.class);

  /** As clocks are put right all the time. */
  private static final Duration NO_MATTER = Duration.ofSeconds(2);

  private final StoreDatabase store;
  private final Duration lease;
  private @Nullable Instant seen;

  SetBackClock(StoreDatabase store, Duration lease) {
    this.store = store;
    this.lease = lease;
  }

  /** To be called again and again, by one thread. */
  void look() {
    Instant before = seen == null ? store.read(SetBackClock::newest) : seen;
    Instant now = store.read(ReadTx::now);
    if (before.isAfter(now.plus(NO_MATTER))) {
      log.warn("The clock was set back by {}", Duration.between(now, before));
      store.update(tx -> bringAlong(tx, before));
    }
    seen = now;
  }

  private static Instant newest(ReadTx tx) {
    return tx.handle()
        .createQuery("select coalesce(max(created_at), 0) from item")
        .mapTo(Instant.class)
        .one();
  }

  /**
   * What was due stays due, the next try comes at once, and a lease is no longer than leases are.
   */
  private void bringAlong(WriteTx tx, Instant before) {
    Map<String, Instant> now = Map.of("now", tx.now());
    Map<String, Instant> both = Map.of("now", tx.now(), "before", before);
    update(
        tx,
        "update item set ready_at = :now where state = 'READY' and ready_at > :now"
            + " and (ready_at <= :before or attempts > 0)",
        both);
    update(
        tx,
        "update lane set wake_at = :now where wake_at > :now and (wake_at <= :before"
            + " or exists (select 1 from item where item.lane = lane.name and state = 'READY'"
            + " and ready_at <= :now))",
        both);
    update(tx, "update timer set next_at = :now where next_at > :now", now);
    update(
        tx,
        "update lane set lease_until = :lease where lease_until > :lease",
        Map.of("lease", tx.now().plus(lease)));
  }

  private static void update(WriteTx tx, String sql, Map<String, Instant> times) {
    tx.handle().createUpdate(sql).bindMap(times).execute();
  }
}
