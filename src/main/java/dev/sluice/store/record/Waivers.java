package dev.sluice.store.record;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.RuleId;
import dev.sluice.review.Waiver;
import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** What people accepted in each merge request. Rows stay when a waiver ends. */
public final class Waivers {
  private Waivers() {}

  /** Those that hold now, oldest first. */
  public static List<Waiver> of(ReadTx tx, MergeRequestId id) {
    Instant now = tx.now();
    return tx
        .handle()
        .createQuery(
            "select * from waiver where repository = :repository and iid = :iid"
                + " and withdrawn_at is null order by id")
        .bindMethods(id)
        .map(WAIVER)
        .stream()
        .filter(w -> w.holdsAt(now))
        .toList();
  }

  /** In place of an earlier one of the same finding. */
  public static void save(WriteTx tx, MergeRequestId id, Waiver waiver) {
    withdraw(tx, id, waiver.fingerprint());
    tx.handle()
        .createUpdate(
            "insert into waiver (repository, iid, fingerprint, rule, reason, username, at, ends_at)"
                + " values (:repository, :iid, :fingerprint, :rule, :reason, :by, :at, :endsAt)")
        .bindMethods(id)
        .bind("fingerprint", waiver.fingerprint())
        .bind("rule", waiver.rule().value())
        .bind("reason", waiver.reason())
        .bind("by", waiver.by())
        .bind("at", waiver.at())
        .bind("endsAt", waiver.until())
        .execute();
  }

  public static void withdraw(WriteTx tx, MergeRequestId id, String fingerprint) {
    tx.handle()
        .createUpdate(
            "update waiver set withdrawn_at = :now where repository = :repository and iid = :iid"
                + " and fingerprint = :fingerprint and withdrawn_at is null")
        .bindMethods(id)
        .bind("fingerprint", fingerprint)
        .bind("now", tx.now())
        .execute();
  }

  private static final RowMapper<Waiver> WAIVER =
      (row, context) ->
          new Waiver(
              row.getString("fingerprint"),
              new RuleId(row.getString("rule")),
              row.getString("reason"),
              row.getString("username"),
              Columns.instant(row, "at"),
              Optional.ofNullable(Columns.nullableInstant(row, "ends_at")));
}
