package dev.sluice.store.record;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.TargetName;
import dev.sluice.store.Columns;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What targets should look like: as their last rollout left them, or as somebody said since. */
public final class Baselines {
  /** Why the schema of a target is taken as it is. */
  public enum Kind {
    /** Sluice sees the target for the first time. */
    FIRST,
    /** A person or the policy accepted the difference. */
    ACCEPTED,
    /** The server or Sluice writes the same schema otherwise now, or a rollout left no snapshot. */
    RENEWED
  }

  private Baselines() {}

  /** The newest of both; empty for a target that nobody has looked at. */
  public static Optional<Expected> expected(ReadTx tx, TargetName target) {
    return tx.handle()
        .createQuery(
            "select number, at, source from ("
                + "select after_snapshot as number, coalesce(ended_at, 0) as at,"
                + " 'ROLLOUT' as source, 0 as rank from rollout"
                + " where target = :target and after_snapshot is not null"
                + " union all select snapshot, at, kind, 1 from baseline where target = :target)"
                + " known order by at desc, rank desc, number desc limit 1")
        .bind("target", target.toString())
        .map(
            (row, context) ->
                new Expected(
                    row.getLong("number"),
                    SchemaSnapshots.find(tx, row.getLong("number")).orElseThrow(),
                    Columns.instant(row, "at"),
                    row.getString("source")))
        .findOne();
  }

  /** The newest rollout that ended on the target after that, and of whose end no snapshot tells. */
  public static Optional<RecordedRollout> unseenEnd(
      ReadTx tx, TargetName target, Expected expected) {
    return tx.handle()
        .createQuery(
            "select * from rollout where target = :target and before_snapshot is not null"
                + " and after_snapshot is null and ended_at > :since order by ended_at desc limit 1")
        .bind("target", target.toString())
        .bind("since", expected.at())
        .map(RolloutRow.MAPPER)
        .findOne();
  }

  /**
   * Takes a snapshot for what the target should look like, and notes it in the ledger.
   *
   * @param subject names the target, and the merge request in which it was said
   * @param by as in the ledger
   */
  public static void add(
      WriteTx tx, Subject subject, Kind kind, Snapshot snapshot, String by, String reason) {
    tx.handle()
        .createUpdate(
            "insert into baseline (target, kind, snapshot, reason, made_by, at)"
                + " values (:target, :kind, :snapshot, :reason, :by, :now)")
        .bind("target", subject.target())
        .bind("kind", kind.name())
        .bind("snapshot", SchemaSnapshots.save(tx, snapshot))
        .bind("reason", reason)
        .bind("by", by)
        .bind("now", tx.now())
        .execute();
    String action = "baseline." + kind.name().toLowerCase(Locale.ROOT);
    Ledger.append(
        tx,
        LedgerEntry.of(tx.now(), by, action, subject)
            .reason(reason)
            .details(Map.of("snapshot", snapshot.sha256())));
  }
}
