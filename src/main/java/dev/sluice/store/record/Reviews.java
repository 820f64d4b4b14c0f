package dev.sluice.store.record;

import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.TargetReview;
import dev.sluice.store.Columns;
import dev.sluice.store.Json;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** All reviews with all that they found. */
public final class Reviews {

  private Reviews() {}

  public static long save(WriteTx tx, Review review) {
    return tx.handle()
        .createQuery(
            "insert into review (repository, iid, head_sha, digest, passed, targets, at) values"
                + " (:repository, :iid, :headSha, :digest, :passed, :targets, :at) returning id")
        .bindMethods(review.id())
        .bind("headSha", review.headSha())
        .bind("digest", review.digest().value())
        .bind("passed", review.passed())
        .bind("targets", Json.write(review.targets()))
        .bind("at", review.at())
        .mapTo(Long.class)
        .one();
  }

  /** Saves it unless the last one is of the same head and says the same. */
  public static void saveIfNew(WriteTx tx, Review review) {
    boolean known =
        latest(tx, review.id())
            .filter(r -> r.headSha().equals(review.headSha()))
            .filter(r -> r.digest().equals(review.digest()))
            .filter(r -> Json.write(r.targets()).equals(Json.write(review.targets())))
            .isPresent();
    if (!known) {
      save(tx, review);
    }
  }

  /** The newest head that was reviewed with this content. */
  public static Optional<String> headOf(ReadTx tx, MergeRequestId id, Digest digest) {
    return latest(tx, id, digest).map(Review::headSha);
  }

  /** The digest of the content that a head had when it was reviewed. */
  public static Optional<Digest> digestAt(ReadTx tx, MergeRequestId id, String headSha) {
    return tx.handle()
        .createQuery(
            "select digest from review where repository = :repository and iid = :iid"
                + " and head_sha = :headSha order by id desc limit 1")
        .bindMethods(id)
        .bind("headSha", headSha)
        .mapTo(String.class)
        .map(Digest::new)
        .findOne();
  }

  public static Optional<Review> latest(ReadTx tx, MergeRequestId id) {
    return tx.handle()
        .createQuery(
            "select * from review where repository = :repository and iid = :iid"
                + " order by id desc limit 1")
        .bindMethods(id)
        .map(REVIEW)
        .findOne();
  }

  /** The last review of exactly this content: its risk is what approvals are asked for. */
  public static Optional<Review> latest(ReadTx tx, MergeRequestId id, Digest digest) {
    return tx.handle()
        .createQuery(
            "select * from review where repository = :repository and iid = :iid"
                + " and digest = :digest order by id desc limit 1")
        .bindMethods(id)
        .bind("digest", digest.value())
        .map(REVIEW)
        .findOne();
  }

  private static final RowMapper<Review> REVIEW =
      (row, context) ->
          new Review(
              new MergeRequestId(row.getLong("repository"), row.getLong("iid")),
              row.getString("head_sha"),
              new Digest(row.getString("digest")),
              row.getInt("passed") == 1,
              Json.readList(row.getString("targets"), TargetReview.class),
              Columns.instant(row, "at"));
}
