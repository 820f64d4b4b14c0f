package dev.sluice.store.record;

import dev.sluice.deploy.RolloutId;
import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.RolloutTiming.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people said about when each rollout may start. */
public final class RolloutTimings {
  private RolloutTimings() {}

  public static RolloutTiming of(ReadTx tx, RolloutId id) {
    return tx.handle()
        .createQuery("select * from rollout_timing where rollout = :id")
        .bind("id", id.value())
        .map((row, context) -> timing(row))
        .findOne()
        .orElse(RolloutTiming.NONE);
  }

  private static RolloutTiming timing(ResultSet row) throws SQLException {
    return new RolloutTiming(
        Optional.ofNullable(Columns.nullableInstant(row, "not_before")),
        word(row.getString("held_by"), row.getString("held_why")),
        word(row.getString("rushed_by"), row.getString("rushed_why")));
  }

  private static Optional<Word> word(@Nullable String by, @Nullable String why) {
    return Optional.ofNullable(by).map(b -> new Word(b, why == null ? "" : why));
  }

  /** In place of an earlier plan. */
  public static void plan(WriteTx tx, RolloutId id, Instant notBefore, String by) {
    row(tx, id);
    tx.handle()
        .createUpdate(
            "update rollout_timing set not_before = :at, planned_by = :by where rollout = :id")
        .bind("at", notBefore)
        .bind("by", by)
        .bind("id", id.value())
        .execute();
  }

  /** It may start as soon as it may. */
  public static void unplan(WriteTx tx, RolloutId id) {
    set(tx, id, "not_before = null, planned_by = null");
  }

  public static void hold(WriteTx tx, RolloutId id, Word word) {
    row(tx, id);
    tx.handle()
        .createUpdate(
            "update rollout_timing set held_at = :now, held_by = :by, held_why = :why"
                + " where rollout = :id")
        .bind("now", tx.now())
        .bind("by", word.by())
        .bind("why", word.reason())
        .bind("id", id.value())
        .execute();
  }

  public static void unhold(WriteTx tx, RolloutId id) {
    set(tx, id, "held_at = null, held_by = null, held_why = null");
  }

  /** Windows and freezes do not hold it any more. */
  public static void rush(WriteTx tx, RolloutId id, Word word) {
    row(tx, id);
    tx.handle()
        .createUpdate(
            "update rollout_timing set rushed_by = :by, rushed_why = :why where rollout = :id")
        .bind("by", word.by())
        .bind("why", word.reason())
        .bind("id", id.value())
        .execute();
  }

  public static void unrush(WriteTx tx, RolloutId id) {
    set(tx, id, "rushed_by = null, rushed_why = null");
  }

  private static void row(WriteTx tx, RolloutId id) {
    tx.handle()
        .createUpdate(
            "insert into rollout_timing (rollout) values (:id) on conflict (rollout) do nothing")
        .bind("id", id.value())
        .execute();
  }

  private static void set(WriteTx tx, RolloutId id, String change) {
    tx.handle()
        .createUpdate("update rollout_timing set " + change + " where rollout = :id")
        .bind("id", id.value())
        .execute();
  }
}
