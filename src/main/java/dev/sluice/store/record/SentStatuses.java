package dev.sluice.store.record;

import dev.sluice.mergerequest.CommitStatus;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Optional;

/** The commit statuses that GitLab has from us: it refuses to be told the same state twice. */
public final class SentStatuses {

  private SentStatuses() {}

  public static Optional<CommitStatus> last(ReadTx tx, long repository, String sha, String name) {
    return tx.handle()
        .createQuery(
            "select * from commit_status"
                + " where repository = :repository and sha = :sha and name = :name")
        .bind("repository", repository)
        .bind("sha", sha)
        .bind("name", name)
        .map(
            (row, context) ->
                new CommitStatus(
                    row.getString("name"),
                    CommitStatus.State.valueOf(row.getString("state")),
                    row.getString("description"),
                    row.getString("target_url")))
        .findOne();
  }

  public static void save(WriteTx tx, long repository, String sha, CommitStatus status) {
    tx.handle()
        .createUpdate(
            "insert into commit_status (repository, sha, name, state, description, target_url,"
                + " sent_at) values (:repository, :sha, :name, :state, :description, :targetUrl,"
                + " :now) on conflict (repository, sha, name) do update set"
                + " state = excluded.state, description = excluded.description,"
                + " target_url = excluded.target_url, sent_at = excluded.sent_at")
        .bindMethods(status)
        .bind("repository", repository)
        .bind("sha", sha)
        .bind("now", tx.now())
        .execute();
  }
}
