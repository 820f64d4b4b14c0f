package dev.sluice.store.lanes;

import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code item}. States: READY (waiting or being worked on), DONE, DEAD. */
final class ItemRows {

  private static final int LONGEST_ERROR = 2000;

  private ItemRows() {}

  static boolean insert(WriteTx tx, NewItem item, Instant readyAt) {
    return tx.handle()
            .createUpdate(
                "insert into item (lane, kind, payload, dedup_key, ready_at, state, created_at)"
                    + " values (:lane, :kind, :payload, :dedupKey, :readyAt, 'READY', :now)"
                    + " on conflict (dedup_key) do nothing")
            .bind("lane", item.lane().text())
            .bind("kind", item.kind())
            .bind("payload", item.payload())
            .bind("dedupKey", item.dedupKey())
            .bind("readyAt", readyAt)
            .bind("now", tx.now())
            .execute()
        == 1;
  }

  static boolean waiting(ReadTx tx, NewItem item) {
    return tx.handle()
            .createQuery(
                "select count(*) from item where lane = :lane and state = 'READY'"
                    + " and attempts = 0 and kind = :kind and payload = :payload")
            .bind("lane", item.lane().text())
            .bind("kind", item.kind())
            .bind("payload", item.payload())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  static boolean idle(ReadTx tx, LaneName lane) {
    return tx.handle()
            .createQuery("select count(*) from item where lane = :lane and state = 'READY'")
            .bind("lane", lane.text())
            .mapTo(Long.class)
            .one()
        == 0;
  }

  /** The oldest item that may run now or holds the lane until its next try. */
  static Optional<WorkItem> next(ReadTx tx, String lane) {
    return tx.handle()
        .createQuery(
            "select * from item where lane = :lane and state = 'READY'"
                + " and (attempts > 0 or ready_at <= :now) order by id limit 1")
        .bind("lane", lane)
        .bind("now", tx.now())
        .map(ITEM)
        .findOne();
  }

  /** Counts the try before it starts: an item that kills the process must not do so for ever. */
  static WorkItem begin(WriteTx tx, WorkItem item) {
    return tx.handle()
        .createQuery("update item set attempts = attempts + 1 where id = :id returning *")
        .bind("id", item.id())
        .map(ITEM)
        .one();
  }

  /** Begins and ends those that wait behind the item and are of its kind, oldest first. */
  static List<WorkItem> endFollowing(WriteTx tx, WorkItem item, int limit) {
    return tx
        .handle()
        .createQuery(
            "update item set state = 'DONE', attempts = 1, finished_at = :now where id in (select"
                + " id from item where lane = :lane and state = 'READY' and attempts = 0"
                + " and ready_at <= :now and kind = :kind and id > :id order by id limit :limit)"
                + " returning *")
        .bind("now", tx.now())
        .bind("lane", item.lane())
        .bind("kind", item.kind())
        .bind("id", item.id())
        .bind("limit", limit)
        .map(ITEM)
        .stream()
        .sorted(Comparator.comparingLong(WorkItem::id))
        .toList();
  }

  static void end(WriteTx tx, long id, String state, @Nullable String error) {
    tx.handle()
        .createUpdate(
            "update item set state = :state, last_error = coalesce(:error, last_error),"
                + " finished_at = :now where id = :id")
        .bind("state", state)
        .bind("error", shortened(error))
        .bind("now", tx.now())
        .bind("id", id)
        .execute();
  }

  static void retry(WriteTx tx, long id, Instant readyAt, String reason) {
    tx.handle()
        .createUpdate("update item set ready_at = :readyAt, last_error = :error where id = :id")
        .bind("readyAt", readyAt)
        .bind("error", shortened(reason))
        .bind("id", id)
        .execute();
  }

  static boolean revive(WriteTx tx, long id) {
    Optional<String> lane =
        tx.handle()
            .createQuery(
                "update item set state = 'READY', attempts = 0, ready_at = :now,"
                    + " finished_at = null where id = :id and state = 'DEAD' returning lane")
            .bind("id", id)
            .bind("now", tx.now())
            .mapTo(String.class)
            .findOne();
    lane.ifPresent(name -> LaneRows.wake(tx, new LaneName(name), tx.now()));
    return lane.isPresent();
  }

  static int prune(WriteTx tx, Instant before) {
    return tx.handle()
        .createUpdate("delete from item where state = 'DONE' and finished_at < :before")
        .bind("before", before)
        .execute();
  }

  static QueueStats stats(ReadTx tx) {
    Instant now = tx.now();
    return tx.handle()
        .createQuery(
            "select coalesce(sum(case when state = 'READY' and ready_at <= :now then 1 else 0"
                + " end), 0) as ready, coalesce(sum(case when state = 'READY' and ready_at > :now"
                + " then 1 else 0 end), 0) as delayed, coalesce(sum(case when state = 'DEAD'"
                + " then 1 else 0 end), 0) as dead, coalesce(min(case when state = 'READY' and"
                + " ready_at <= :now then ready_at end), :now) as oldest"
                + " from item where state in ('READY', 'DEAD')")
        .bind("now", now)
        .map(
            (row, context) ->
                new QueueStats(
                    row.getLong("ready"),
                    row.getLong("delayed"),
                    row.getLong("dead"),
                    Duration.between(Columns.instant(row, "oldest"), now)))
        .one();
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
  }

  private static final RowMapper<WorkItem> ITEM =
      (row, context) ->
          new WorkItem(
              row.getLong("id"),
              row.getString("lane"),
              row.getString("kind"),
              row.getString("payload"),
              row.getString("dedup_key"),
              row.getInt("attempts"),
              Columns.instant(row, "ready_at"),
              Columns.instant(row, "created_at"));
}
