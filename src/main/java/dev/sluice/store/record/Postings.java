package dev.sluice.store.record;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Optional;

/** Our notes by what they are for, so that each is written once and found again for editing. */
public final class Postings {

  public static final String SUMMARY = "summary";

  /** There while draft notes may wait in GitLab: from before the first until all are published. */
  public static final String DRAFTS = "drafts";

  private Postings() {}

  public static String replyTo(long note) {
    return "reply/" + note;
  }

  public static String resultOf(long deployment, String environment) {
    return "result/" + deployment + "/" + environment;
  }

  public static Optional<Posting> find(ReadTx tx, MergeRequestId id, String purpose) {
    return tx.handle()
        .createQuery(
            "select * from posting"
                + " where repository = :repository and iid = :iid and purpose = :purpose")
        .bindMethods(id)
        .bind("purpose", purpose)
        .map(
            (row, context) ->
                new Posting(
                    row.getString("discussion"), row.getLong("note"), row.getString("body_sha256")))
        .findOne();
  }

  public static void save(WriteTx tx, MergeRequestId id, String purpose, Posting posting) {
    tx.handle()
        .createUpdate(
            "insert into posting (repository, iid, purpose, discussion, note, body_sha256,"
                + " posted_at) values (:repository, :iid, :purpose, :discussion, :note,"
                + " :bodySha256, :now) on conflict (repository, iid, purpose) do update set"
                + " discussion = excluded.discussion, note = excluded.note,"
                + " body_sha256 = excluded.body_sha256, posted_at = excluded.posted_at")
        .bindMethods(id)
        .bindMethods(posting)
        .bind("purpose", purpose)
        .bind("now", tx.now())
        .execute();
  }

  /** For a note that a person deleted. */
  public static void forget(WriteTx tx, MergeRequestId id, String purpose) {
    tx.handle()
        .createUpdate(
            "delete from posting"
                + " where repository = :repository and iid = :iid and purpose = :purpose")
        .bindMethods(id)
        .bind("purpose", purpose)
        .execute();
  }
}
