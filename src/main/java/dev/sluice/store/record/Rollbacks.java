package dev.sluice.store.record;

import dev.sluice.deploy.RolloutId;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Person;
import dev.sluice.store.Json;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scripts that take others back, and what they took back where. */
public final class Rollbacks {
  private Rollbacks() {}

  /**
   * A script that takes another one back.
   *
   * @param id the merge request that brings it
   * @param deployment which brought the other one
   * @param steps the statements of the deployment's rollouts that it takes back, by seq
   * @param by who asked for it
   */
  public record TakesBack(
      MergeRequestId id,
      String path,
      long deployment,
      String database,
      String ofPath,
      List<Integer> steps,
      Person by) {
    public TakesBack {
      steps = List.copyOf(steps);
    }
  }

  /** Each in place of what was known of the same script. */
  public static void save(WriteTx tx, TakesBack script) {
    tx.handle()
        .createUpdate(
            "insert into rollback_script (repository, iid, path, deployment, database, of_path,"
                + " steps, asked_by, asked_at) values (:repository, :iid, :path, :deployment,"
                + " :database, :ofPath, :stepsJson, :byJson, :now)"
                + " on conflict (repository, iid, path, database) do update set"
                + " deployment = excluded.deployment, of_path = excluded.of_path,"
                + " steps = excluded.steps, asked_by = excluded.asked_by")
        .bindMethods(script.id())
        .bind("path", script.path())
        .bind("deployment", script.deployment())
        .bind("database", script.database())
        .bind("ofPath", script.ofPath())
        .bind("stepsJson", Json.write(script.steps()))
        .bind("byJson", Json.write(script.by()))
        .bind("now", tx.now())
        .execute();
  }

  /** What the scripts of a merge request take back; by path. */
  public static List<TakesBack> of(ReadTx tx, MergeRequestId id) {
    return tx.handle()
        .createQuery(
            "select * from rollback_script where repository = :repository and iid = :iid"
                + " order by path, database")
        .bindMethods(id)
        .map(
            (row, context) ->
                new TakesBack(
                    id,
                    row.getString("path"),
                    row.getLong("deployment"),
                    row.getString("database"),
                    row.getString("of_path"),
                    Json.readList(row.getString("steps"), Integer.class),
                    Json.read(row.getString("asked_by"), Person.class)))
        .list();
  }

  /**
   * @param id whose script it was
   * @param by the rollout that took it back
   */
  public static void undone(WriteTx tx, RolloutId id, String path, RolloutId by) {
    tx.handle()
        .createUpdate(
            "insert into undone (rollout, path, by_rollout, undone_at) values (:id, :path, :by,"
                + " :now) on conflict (rollout, path) do nothing")
        .bind("id", id.value())
        .bind("path", path)
        .bind("by", by.value())
        .bind("now", tx.now())
        .execute();
  }

  /** The scripts of a rollout that were taken back. */
  public static Set<String> undone(ReadTx tx, RolloutId id) {
    return Set.copyOf(
        tx.handle()
            .createQuery("select path from undone where rollout = :id")
            .bind("id", id.value())
            .mapTo(String.class)
            .list());
  }

  public static void direct(WriteTx tx, long deployment, String by, String reason) {
    tx.handle()
        .createUpdate(
            "insert into direct_rollback (deployment, asked_by, reason) values (:deployment, :by,"
                + " :reason) on conflict (deployment) do nothing")
        .bind("deployment", deployment)
        .bind("by", by)
        .bind("reason", reason)
        .execute();
  }

  /** Who runs it without a review; empty for all others. */
  public static Optional<String> direct(ReadTx tx, long deployment) {
    return tx.handle()
        .createQuery("select asked_by from direct_rollback where deployment = :deployment")
        .bind("deployment", deployment)
        .mapTo(String.class)
        .findOne();
  }

  /** What stopped on the way gives its place on the target to what takes it back. */
  public static void giveWay(WriteTx tx, RecordedDeployment deployment) {
    for (TakesBack script : of(tx, deployment.mergeRequest())) {
      if (script.deployment() == deployment.id()) {
        continue;
      }
      Set<String> targets =
          Set.copyOf(
              Rollouts.of(tx, deployment.id()).stream().map(r -> r.target().toString()).toList());
      Rollouts.of(tx, script.deployment()).stream()
          .filter(r -> targets.contains(r.target().toString()))
          .filter(r -> r.state().stopped())
          .forEach(
              r ->
                  Rollouts.move(
                      tx,
                      r.id(),
                      RolloutState.SKIPPED,
                      "given up: !" + deployment.mergeRequest().iid() + " takes back what ran"));
    }
  }
}
