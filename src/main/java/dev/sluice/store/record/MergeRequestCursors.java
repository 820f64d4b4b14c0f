package dev.sluice.store.record;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.Optional;

/** How far the reconciler has looked; cursors only move forward. */
public final class MergeRequestCursors {

  private MergeRequestCursors() {}

  /** Merge requests updated before then have been looked at; empty for a new repository. */
  public static Optional<Instant> seenUpTo(ReadTx tx, long repository) {
    return tx.handle()
        .createQuery("select seen_up_to from repository_cursor where repository = :repository")
        .bind("repository", repository)
        .mapTo(Instant.class)
        .findOne();
  }

  public static void sawUpTo(WriteTx tx, long repository, Instant updatedAt) {
    tx.handle()
        .createUpdate(
            "insert into repository_cursor (repository, seen_up_to) values (:repository, :at)"
                + " on conflict (repository) do update set seen_up_to = excluded.seen_up_to"
                + " where excluded.seen_up_to > repository_cursor.seen_up_to")
        .bind("repository", repository)
        .bind("at", updatedAt)
        .execute();
  }

  /** The highest note id that has been looked at; 0 when none has. */
  public static long lastNote(ReadTx tx, MergeRequestId id) {
    return tx.handle()
        .createQuery("select note from note_cursor where repository = :repository and iid = :iid")
        .bindMethods(id)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  public static void sawNote(WriteTx tx, MergeRequestId id, long note) {
    tx.handle()
        .createUpdate(
            "insert into note_cursor (repository, iid, note) values (:repository, :iid, :note)"
                + " on conflict (repository, iid) do update set note = excluded.note"
                + " where excluded.note > note_cursor.note")
        .bindMethods(id)
        .bind("note", note)
        .execute();
  }
}
