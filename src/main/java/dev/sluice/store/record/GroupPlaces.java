package dev.sluice.store.record;

import dev.sluice.deploy.RolloutId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where the rollouts of groups stand; one that is alone in its environment has no place. */
public final class GroupPlaces {

  private GroupPlaces() {}

  public static void save(WriteTx tx, RolloutId rollout, int wave) {
    tx.handle()
        .createUpdate(
            "insert into group_place (rollout, wave, failures) values (:rollout, :wave, 0)"
                + " on conflict (rollout) do update set wave = excluded.wave")
        .bind("rollout", rollout.value())
        .bind("wave", wave)
        .execute();
  }

  /** Makes a target of a group one that goes first. */
  public static void first(WriteTx tx, RolloutId rollout) {
    tx.handle()
        .createUpdate("update group_place set wave = 0 where rollout = :rollout")
        .bind("rollout", rollout.value())
        .execute();
  }

  /** Call once for each end of a try. */
  public static void ended(WriteTx tx, RolloutId rollout, RolloutState state) {
    if (state == RolloutState.FAILED || state == RolloutState.UNKNOWN) {
      tx.handle()
          .createUpdate("update group_place set failures = failures + 1 where rollout = :rollout")
          .bind("rollout", rollout.value())
          .execute();
    }
  }

  /**
   * Rollouts of a deployment that something of their own keeps: earlier changes on their target, or
   * a person's hold or plan.
   */
  public static Set<RolloutId> heldUp(ReadTx tx, long deployment) {
    return Set.copyOf(
        tx.handle()
            .createQuery(
                "select r.id from rollout r where r.deployment = :deployment and (exists (select 1"
                    + " from rollout e where e.target = r.target and e.deployment < r.deployment"
                    + " and e.state not in ('DONE', 'SKIPPED')) or exists (select 1 from"
                    + " rollout_timing t where t.rollout = r.id and (t.held_at is not null or"
                    + " t.not_before > :now)))")
            .bind("deployment", deployment)
            .bind("now", tx.now())
            .map((row, context) -> new RolloutId(row.getLong("id")))
            .list());
  }

  /** Of the rollouts of a deployment. */
  public static Map<RolloutId, GroupPlace> of(ReadTx tx, long deployment) {
    Map<RolloutId, GroupPlace> places = new HashMap<>();
    tx.handle()
        .createQuery(
            "select p.rollout, p.wave, p.failures from group_place p"
                + " join rollout r on r.id = p.rollout where r.deployment = :deployment")
        .bind("deployment", deployment)
        .map(
            (row, context) ->
                Map.entry(
                    new RolloutId(row.getLong("rollout")),
                    new GroupPlace(row.getInt("wave"), row.getInt("failures"))))
        .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
    return places;
  }
}
