package dev.sluice.store.record;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.RecordedDrift.Outcome;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** How each target looked last, and what rollouts met. */
public final class Drifts {

  /** Numbers of the snapshots between which the difference lies. */
  public record Gap(long expected, long found) {}

  private Drifts() {}

  public static Optional<RecordedDrift> find(ReadTx tx, TargetName target) {
    return all(tx).stream().filter(d -> d.target().equals(target)).findFirst();
  }

  /** Of all targets that were looked at, by name. */
  public static List<RecordedDrift> all(ReadTx tx) {
    return tx.handle().createQuery("select * from drift order by target").map(DRIFT).list();
  }

  /** The target is as it should be. */
  public static void asExpected(WriteTx tx, TargetName target) {
    save(tx, target, Outcome.AS_EXPECTED, "", Optional.empty());
  }

  /** Nobody can tell now; what was known of it stays. */
  public static void notCompared(WriteTx tx, TargetName target, String why) {
    if (find(tx, target).filter(RecordedDrift::drifted).isPresent()) {
      tx.handle()
          .createUpdate("update drift set checked_at = :now where target = :target")
          .bind("now", tx.now())
          .bind("target", target.toString())
          .execute();
    } else {
      save(tx, target, Outcome.NOT_COMPARED, why, Optional.empty());
    }
  }

  public static void drifted(WriteTx tx, TargetName target, Gap gap) {
    save(tx, target, Outcome.DRIFTED, "", Optional.of(gap));
  }

  private static void save(
      WriteTx tx, TargetName target, Outcome outcome, String note, Optional<Gap> gap) {
    tx.handle()
        .createUpdate(
            "insert into drift (target, outcome, note, expected, found, since, checked_at, told)"
                + " values (:target, :outcome, :note, :expected, :found, :since, :now, '')"
                + " on conflict (target) do update set outcome = excluded.outcome,"
                + " note = excluded.note, expected = excluded.expected, found = excluded.found,"
                + " since = case when excluded.since is null then null"
                + " else coalesce(drift.since, excluded.since) end,"
                + " checked_at = excluded.checked_at")
        .bind("target", target.toString())
        .bind("outcome", outcome.name())
        .bind("note", note)
        .bind("expected", gap.map(Gap::expected))
        .bind("found", gap.map(Gap::found))
        .bind("since", gap.map(g -> tx.now().toEpochMilli()))
        .bind("now", tx.now())
        .execute();
  }

  /**
   * @param told hash of what the issue says; empty when it was closed
   */
  public static void told(WriteTx tx, TargetName target, String told) {
    tx.handle()
        .createUpdate("update drift set told = :told where target = :target")
        .bind("told", told)
        .bind("target", target.toString())
        .execute();
  }

  /**
   * A rollout goes on although the schema has drifted.
   *
   * @param diff as people may see it
   */
  public static void met(WriteTx tx, RolloutId rollout, Gap gap, String diff) {
    tx.handle()
        .createUpdate(
            "insert into rollout_drift (rollout, expected, found, diff) values (:rollout,"
                + " :expected, :found, :diff) on conflict (rollout) do update set"
                + " expected = excluded.expected, found = excluded.found, diff = excluded.diff")
        .bind("rollout", rollout.value())
        .bind("expected", gap.expected())
        .bind("found", gap.found())
        .bind("diff", diff)
        .execute();
  }

  /** The difference that a rollout went on with. */
  public static Optional<String> metBy(ReadTx tx, RolloutId rollout) {
    return tx.handle()
        .createQuery("select diff from rollout_drift where rollout = :rollout")
        .bind("rollout", rollout.value())
        .mapTo(String.class)
        .findOne();
  }

  private static final RowMapper<RecordedDrift> DRIFT =
      (row, context) ->
          new RecordedDrift(
              TargetName.parse(row.getString("target")),
              Outcome.valueOf(row.getString("outcome")),
              row.getString("note"),
              RolloutRow.optional(row, "expected"),
              RolloutRow.optional(row, "found"),
              Optional.ofNullable(Columns.nullableInstant(row, "since")),
              Columns.instant(row, "checked_at"),
              row.getString("told"));
}
