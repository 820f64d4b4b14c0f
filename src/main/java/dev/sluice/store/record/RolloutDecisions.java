package dev.sluice.store.record;

import dev.sluice.deploy.Decision;
import dev.sluice.deploy.RolloutId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** What people decided about single statements of a rollout; the last word counts. */
public final class RolloutDecisions {

  private RolloutDecisions() {}

  /** By the statement's seq. */
  public static Map<Integer, Decision> of(ReadTx tx, RolloutId id) {
    return tx
        .handle()
        .createQuery("select * from rollout_decision where rollout = :rollout")
        .bind("rollout", id.value())
        .map(
            (row, context) ->
                Map.entry(
                    row.getInt("seq"),
                    new Decision(
                        Decision.Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        row.getString("made_by"),
                        Instant.ofEpochMilli(row.getLong("at")))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public static void save(WriteTx tx, RolloutId id, int seq, Decision decision) {
    tx.handle()
        .createUpdate(
            "insert into rollout_decision (rollout, seq, verdict, reason, made_by, at) values"
                + " (:rollout, :seq, :verdict, :reason, :by, :at) on conflict (rollout, seq)"
                + " do update set verdict = excluded.verdict, reason = excluded.reason,"
                + " made_by = excluded.made_by, at = excluded.at")
        .bindMethods(decision)
        .bind("rollout", id.value())
        .bind("seq", seq)
        .execute();
  }
}
