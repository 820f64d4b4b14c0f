package dev.sluice.store.record;

import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The merge requests that Sluice has seen. */
public final class MergeRequestStates {

  private MergeRequestStates() {}

  public static void save(WriteTx tx, MergeRequest seen, Optional<Digest> digest) {
    tx.handle()
        .createUpdate(
            "insert into merge_request (repository, iid, repository_path, title, web_url, author,"
                + " state, target_branch, head_sha, digest, seen_at) values (:repository, :iid,"
                + " :repositoryPath, :title, :webUrl, :author, :state, :targetBranch, :headSha,"
                + " :digest, :now) on conflict (repository, iid) do update set"
                + " repository_path = excluded.repository_path, title = excluded.title,"
                + " web_url = excluded.web_url, author = excluded.author, state = excluded.state,"
                + " target_branch = excluded.target_branch, head_sha = excluded.head_sha,"
                + " digest = excluded.digest, seen_at = excluded.seen_at")
        .bindMethods(seen.id())
        .bind("repositoryPath", seen.repositoryPath())
        .bind("title", seen.title())
        .bind("webUrl", seen.webUrl())
        .bind("author", seen.author().username())
        .bind("state", seen.state())
        .bind("targetBranch", seen.targetBranch())
        .bind("headSha", seen.headSha())
        .bind("digest", digest.map(Digest::value))
        .bind("now", tx.now())
        .execute();
  }

  public static Optional<SeenMergeRequest> find(ReadTx tx, MergeRequestId id) {
    return tx.handle()
        .createQuery("select * from merge_request where repository = :repository and iid = :iid")
        .bindMethods(id)
        .map(SEEN)
        .findOne();
  }

  /** The ones looked at last, newest first. */
  public static List<SeenMergeRequest> recent(ReadTx tx, int limit) {
    return tx.handle()
        .createQuery("select * from merge_request order by seen_at desc, repository, iid limit :n")
        .bind("n", limit)
        .map(SEEN)
        .list();
  }

  private static final RowMapper<SeenMergeRequest> SEEN =
      (row, context) ->
          new SeenMergeRequest(
              new MergeRequestId(row.getLong("repository"), row.getLong("iid")),
              row.getString("repository_path"),
              row.getString("title"),
              row.getString("web_url"),
              row.getString("author"),
              MergeRequest.State.valueOf(row.getString("state")),
              row.getString("target_branch"),
              row.getString("head_sha"),
              Optional.ofNullable(row.getString("digest")).map(Digest::new),
              Columns.instant(row, "seen_at"));
}
