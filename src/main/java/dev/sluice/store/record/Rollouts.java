package dev.sluice.store.record;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/** The rollouts of all deployments. On one target they run in the order of their deployments. */
public final class Rollouts {

  private static final String UNFINISHED = " state not in ('DONE', 'SKIPPED')";

  private Rollouts() {}

  static void create(WriteTx tx, long deployment, TargetName target) {
    tx.handle()
        .createUpdate(
            "insert into rollout (deployment, target, database, environment, state, reason,"
                + " started_by) values (:deployment, :name, :database, :environment, 'WAITING',"
                + " '', '') on conflict (deployment, target) do nothing")
        .bindMethods(target)
        .bind("name", target.toString())
        .bind("deployment", deployment)
        .execute();
  }

  /** A target that appeared while the deployment is under way; waits like the others. */
  public static RecordedRollout join(WriteTx tx, long deployment, TargetName target) {
    create(tx, deployment, target);
    return of(tx, deployment).stream()
        .filter(r -> r.target().equals(target))
        .findFirst()
        .orElseThrow();
  }

  public static Optional<RecordedRollout> find(ReadTx tx, RolloutId id) {
    return list(tx, "id = :id", q -> q.bind("id", id.value())).stream().findFirst();
  }

  /** In the order of promotion. */
  public static List<RecordedRollout> of(ReadTx tx, long deployment) {
    return list(tx, "deployment = :deployment", q -> q.bind("deployment", deployment));
  }

  /**
   * The one rollout of a target whose turn it is, whether it may run or not: later ones wait for
   * it.
   */
  public static Optional<RecordedRollout> next(ReadTx tx, TargetName target) {
    return unfinished(tx, target).stream().findFirst();
  }

  /** In the order in which they will run. */
  public static List<RecordedRollout> unfinished(ReadTx tx, TargetName target) {
    return list(tx, "target = :target and" + UNFINISHED, q -> q.bind("target", target.toString()));
  }

  /** What a rollout waits for on its target, in order. */
  public static List<RecordedRollout> before(ReadTx tx, RecordedRollout rollout) {
    return unfinished(tx, rollout.target()).stream()
        .takeWhile(r -> r.deployment() < rollout.deployment())
        .toList();
  }

  /** All unfinished ones of all targets; for the reconciler and the pages. */
  public static List<RecordedRollout> unfinished(ReadTx tx) {
    return list(tx, UNFINISHED, q -> {});
  }

  /** The last ones of a target, newest first. */
  public static List<RecordedRollout> history(ReadTx tx, TargetName target, int limit) {
    return tx.handle()
        .createQuery(
            "select * from rollout where target = :target"
                + " order by deployment desc, id desc limit :limit")
        .bind("target", target.toString())
        .bind("limit", limit)
        .map(RolloutRow.MAPPER)
        .list();
  }

  /** How many there are in each state; for metrics. */
  public static Map<RolloutState, Long> counts(ReadTx tx) {
    Map<RolloutState, Long> counts = new EnumMap<>(RolloutState.class);
    tx.handle()
        .createQuery("select state, count(*) as n from rollout group by state")
        .map(
            (row, context) ->
                Map.entry(RolloutState.valueOf(row.getString("state")), row.getLong("n")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /**
   * Lets it run: for the first time, or again after it failed, was cancelled or became unknown.
   * What kept one from starting stays said until it starts: it may be kept again.
   *
   * @return false when it runs, may run or is finished already
   */
  public static boolean allow(WriteTx tx, RolloutId id, String by) {
    boolean allowed =
        tx.handle()
                .createUpdate(
                    "update rollout set state = 'READY', started_by = :by,"
                        + " reason = case when state = 'WAITING' then reason else '' end,"
                        + " cancelled_by = null, held_back_since = null where id = :id"
                        + " and state in ('WAITING', 'FAILED', 'UNKNOWN', 'CANCELLED')")
                .bind("id", id.value())
                .bind("by", by)
                .execute()
            == 1;
    if (allowed) {
      RolloutRemarks.forget(tx, id);
      Underways.forget(tx, id);
    }
    return allowed;
  }

  /**
   * Has what stopped wait to go on, as soon as it may.
   *
   * @return false when it had not stopped
   */
  public static boolean again(WriteTx tx, RolloutId id, String by) {
    return tx.handle()
            .createUpdate(
                "update rollout set state = 'WAITING', reason = '', started_by = :by"
                    + " where id = :id and state in ('FAILED', 'CANCELLED')")
            .bind("id", id.value())
            .bind("by", by)
            .execute()
        == 1;
  }

  /** Records who wants it, while it waits. */
  public static void ask(WriteTx tx, RolloutId id, String by) {
    tx.handle()
        .createUpdate(
            "update rollout set reason = '', started_by = :by"
                + " where id = :id and state = 'WAITING'")
        .bind("id", id.value())
        .bind("by", by)
        .execute();
  }

  /**
   * Begins a try, or goes on with one that a dead worker left.
   *
   * @param fence of the target's lane
   * @return false when it may not run now
   */
  public static boolean begin(WriteTx tx, RolloutId id, Fence fence) {
    fence.check(tx);
    return tx.handle()
            .createUpdate(
                "update rollout set state = 'RUNNING', reason = '', token = :token,"
                    + " started_at = coalesce(started_at, :now), ended_at = null"
                    + " where id = :id and state in ('READY', 'RUNNING')")
            .bind("id", id.value())
            .bind("token", fence.token())
            .bind("now", tx.now())
            .execute()
        == 1;
  }

  /** Moves it on; a finished rollout stays as it is. */
  public static void move(WriteTx tx, RolloutId id, RolloutState state, String reason) {
    boolean over = state != RolloutState.WAITING && state != RolloutState.READY;
    tx.handle()
        .createUpdate(
            "update rollout set state = :state, reason = :reason,"
                + " ended_at = case when :over = 1 then :now else ended_at end"
                + " where id = :id and"
                + UNFINISHED)
        .bind("id", id.value())
        .bind("state", state)
        .bind("reason", reason)
        .bind("over", over)
        .bind("now", tx.now())
        .execute();
  }

  public static void recordedInGitLab(WriteTx tx, RolloutId id, long gitlabDeployment) {
    set(tx, id, "gitlab_deployment", gitlabDeployment);
  }

  /**
   * @param snapshot see {@link SchemaSnapshots#save}
   */
  public static void before(WriteTx tx, RolloutId id, long snapshot) {
    set(tx, id, "before_snapshot", snapshot);
  }

  public static void after(WriteTx tx, RolloutId id, long snapshot) {
    set(tx, id, "after_snapshot", snapshot);
  }

  /** Notes that a gate keeps it back; the first time counts. */
  static void heldBack(WriteTx tx, RolloutId id) {
    tx.handle()
        .createUpdate(
            "update rollout set held_back_since = coalesce(held_back_since, :now)"
                + " where id = :id")
        .bind("id", id.value())
        .bind("now", tx.now())
        .execute();
  }

  static void letThrough(WriteTx tx, RolloutId id) {
    tx.handle()
        .createUpdate("update rollout set held_back_since = null where id = :id")
        .bind("id", id.value())
        .execute();
  }

  static Optional<Instant> heldBackSince(ReadTx tx, RolloutId id) {
    return tx.handle()
        .createQuery(
            "select held_back_since from rollout"
                + " where id = :id and held_back_since is not null")
        .bind("id", id.value())
        .mapTo(Instant.class)
        .findOne();
  }

  private static void set(WriteTx tx, RolloutId id, String column, long value) {
    tx.handle()
        .createUpdate("update rollout set " + column + " = :value where id = :id")
        .bind("id", id.value())
        .bind("value", value)
        .execute();
  }

  private static List<RecordedRollout> list(ReadTx tx, String where, Consumer<Query> bindings) {
    Query query =
        tx.handle()
            .createQuery("select * from rollout where " + where + " order by deployment, id");
    bindings.accept(query);
    return query.map(RolloutRow.MAPPER).list();
  }
}
