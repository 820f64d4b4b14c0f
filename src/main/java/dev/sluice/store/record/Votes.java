package dev.sluice.store.record;

import dev.sluice.approval.Vote;
import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Who said yes or no to what. Votes are never deleted, only voided. */
public final class Votes {

  private Votes() {}

  /**
   * @return false when this person's standing vote says the same about the same content from the
   *     same source; then nothing is written
   */
  public static boolean cast(WriteTx tx, MergeRequestId id, Vote vote) {
    boolean known =
        standing(tx, id).stream()
            .filter(v -> v.user() == vote.user())
            .reduce((first, last) -> last)
            .filter(v -> same(v, vote))
            .isPresent();
    if (!known) {
      insert(tx, id, vote);
    }
    return !known;
  }

  /** Who approved what was deployed, by username. */
  public static List<String> approvers(ReadTx tx, RecordedDeployment deployment) {
    return standing(tx, deployment.mergeRequest()).stream()
        .filter(v -> v.answer() == Vote.Answer.APPROVE)
        .filter(v -> v.digest().equals(deployment.digest()))
        .map(Vote::username)
        .distinct()
        .toList();
  }

  /** The votes that were not voided, of all digests, oldest first. */
  public static List<Vote> standing(ReadTx tx, MergeRequestId id) {
    return all(tx, id).stream().filter(v -> v.voided().isEmpty()).map(RecordedVote::vote).toList();
  }

  /** All votes, oldest first. */
  public static List<RecordedVote> all(ReadTx tx, MergeRequestId id) {
    return tx.handle()
        .createQuery("select * from vote where repository = :repository and iid = :iid order by id")
        .bindMethods(id)
        .map(VOTE)
        .list();
  }

  /** Voids one vote; a vote stays voided for its first reason. */
  public static void voidVote(WriteTx tx, long vote, String why) {
    tx.handle()
        .createUpdate(
            "update vote set voided_at = :now, voided_why = :why"
                + " where id = :id and voided_at is null")
        .bind("id", vote)
        .bind("why", why)
        .bind("now", tx.now())
        .execute();
  }

  private static void insert(WriteTx tx, MergeRequestId id, Vote vote) {
    tx.handle()
        .createUpdate(
            "insert into vote (repository, iid, user_id, username, answer, digest, source, at,"
                + " reason) values (:repository, :iid, :user, :username, :answer, :content,"
                + " :source, :at, :reason)")
        .bindMethods(id)
        .bindMethods(vote)
        .bind("content", vote.digest().value())
        .execute();
  }

  private static boolean same(Vote a, Vote b) {
    return a.answer() == b.answer() && a.source() == b.source() && a.digest().equals(b.digest());
  }

  private static final RowMapper<RecordedVote> VOTE =
      (row, context) ->
          new RecordedVote(
              row.getLong("id"),
              new Vote(
                  row.getLong("user_id"),
                  row.getString("username"),
                  Vote.Answer.valueOf(row.getString("answer")),
                  new Digest(row.getString("digest")),
                  Vote.Source.valueOf(row.getString("source")),
                  Columns.instant(row, "at"),
                  row.getString("reason")),
              voided(row));

  private static Optional<RecordedVote.Voided> voided(ResultSet row) throws SQLException {
    Instant at = Columns.nullableInstant(row, "voided_at");
    return at == null
        ? Optional.empty()
        : Optional.of(new RecordedVote.Voided(at, row.getString("voided_why")));
  }
}
