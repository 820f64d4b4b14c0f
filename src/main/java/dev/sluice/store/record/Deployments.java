package dev.sluice.store.record;

import dev.sluice.change.Change;
import dev.sluice.change.Digest;
import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Merged changes in the order in which they reached their branch: that order is the order of their
 * ids, so they are created by the branch's lane alone.
 */
public final class Deployments {

  private Deployments() {}

  /**
   * Records the change, the deployment and a waiting rollout for each target; what exists already
   * stays as it is.
   *
   * @param change as it is at {@code sha}
   * @param targets in the order of promotion
   */
  public static RecordedDeployment create(
      WriteTx tx, Change change, String branch, String sha, List<TargetName> targets) {
    Changes.save(tx, change, sha);
    tx.handle()
        .createUpdate(
            "insert into deployment (repository, iid, digest, branch, sha, created_at) values"
                + " (:repository, :iid, :digest, :branch, :sha, :now)"
                + " on conflict (repository, iid, sha) do nothing")
        .bindMethods(change.id())
        .bind("digest", change.digest().value())
        .bind("branch", branch)
        .bind("sha", sha)
        .bind("now", tx.now())
        .execute();
    RecordedDeployment deployment = at(tx, change.id(), sha).orElseThrow();
    targets.forEach(target -> Rollouts.create(tx, deployment.id(), target));
    return deployment;
  }

  public static Optional<RecordedDeployment> find(ReadTx tx, long id) {
    return tx.handle()
        .createQuery("select * from deployment where id = :id")
        .bind("id", id)
        .map(DEPLOYMENT)
        .findOne();
  }

  /** In order; a merge request has more than one when it was merged, reverted and merged again. */
  public static List<RecordedDeployment> of(ReadTx tx, MergeRequestId id) {
    return tx.handle()
        .createQuery(
            "select * from deployment where repository = :repository and iid = :iid order by id")
        .bindMethods(id)
        .map(DEPLOYMENT)
        .list();
  }

  /** Newest first. */
  public static List<RecordedDeployment> recent(ReadTx tx, int limit) {
    return tx.handle()
        .createQuery("select * from deployment order by id desc limit :limit")
        .bind("limit", limit)
        .map(DEPLOYMENT)
        .list();
  }

  private static Optional<RecordedDeployment> at(ReadTx tx, MergeRequestId id, String sha) {
    return of(tx, id).stream().filter(d -> d.sha().equals(sha)).findFirst();
  }

  private static final RowMapper<RecordedDeployment> DEPLOYMENT =
      (row, context) ->
          new RecordedDeployment(
              row.getLong("id"),
              new MergeRequestId(row.getLong("repository"), row.getLong("iid")),
              new Digest(row.getString("digest")),
              row.getString("branch"),
              row.getString("sha"),
              Columns.instant(row, "created_at"));
}
