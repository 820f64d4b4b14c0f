package dev.sluice.store.lanes;

import dev.sluice.store.Fence;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.Optional;

/** The table {@code lane}. */
final class LaneRows {

  /**
   * When a lane has something to do next. An item that was tried holds those after it, so they do
   * not count; {@code wake_at} holds what arrived while the lane was owned.
   */
  private static final String NEXT_WAKE =
      "(select min(due) from (select lane.wake_at as due union all"
          + " select min(ready_at) from item where item.lane = lane.name and state = 'READY'"
          + " and id <= coalesce((select min(held.id) from item held where held.lane = lane.name"
          + " and held.state = 'READY' and held.attempts > 0), 9223372036854775807)) dues)";

  private LaneRows() {}

  static void wake(WriteTx tx, LaneName lane, Instant at) {
    // Tokens begin at the clock, so that a store made anew stands above what its targets have seen.
    tx.handle()
        .createUpdate(
            "insert into lane (name, wake_at, token) values (:name, :at, :first) on conflict (name) do update"
                + " set wake_at = case when lane.wake_at < excluded.wake_at"
                + " then lane.wake_at else excluded.wake_at end")
        .bind("name", lane.text())
        .bind("at", at)
        .bind("first", tx.now().getEpochSecond())
        .execute();
  }

  static Optional<Fence> claim(WriteTx tx, String owner, Instant leaseUntil) {
    return tx.handle()
        .createQuery(
            "update lane set owner = :owner, lease_until = :until, token = token + 1,"
                + " wake_at = null where name = (select name from lane"
                + " where (owner is null and wake_at <= :now) or lease_until < :now"
                + " order by coalesce(lease_until, wake_at), name limit 1)"
                + " returning name, token")
        .bind("owner", owner)
        .bind("until", leaseUntil)
        .bind("now", tx.now())
        .map((row, context) -> new Fence(row.getString("name"), row.getLong("token")))
        .findOne();
  }

  static boolean renew(WriteTx tx, Fence fence, Instant until) {
    return tx.handle()
            .createUpdate(
                "update lane set lease_until = :until"
                    + " where name = :lane and token = :token and owner is not null")
            .bindMethods(fence)
            .bind("until", until)
            .execute()
        == 1;
  }

  static void release(WriteTx tx, Fence fence) {
    tx.handle()
        .createUpdate(
            "update lane set owner = null, lease_until = null, wake_at = "
                + NEXT_WAKE
                + " where name = :lane and token = :token")
        .bindMethods(fence)
        .execute();
  }

  static int releaseAll(WriteTx tx) {
    return tx.handle()
        .createUpdate(
            "update lane set owner = null, lease_until = null, wake_at = "
                + NEXT_WAKE
                + " where owner is not null")
        .execute();
  }
}
