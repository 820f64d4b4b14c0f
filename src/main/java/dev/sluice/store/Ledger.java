package dev.sluice.store;

import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.LedgerEntry.Subject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record. Each entry's hash covers the one before it, so whoever changes, removes
 * or slips in an entry breaks the chain there; heads printed outside (in result notes) also show a
 * chain that was cut short or written anew. The database itself refuses updates and deletes.
 */
public final class Ledger {

  /** An entry with its place in the chain. */
  public record Recorded(long id, LedgerEntry entry, String previous, String hash) {}

  /** The end of the chain; id 0 before the first entry. */
  public record Head(long id, String hash) {}

  /** What {@link #verify} found. */
  public sealed interface Verification {
    record Ok(long count, Head head) implements Verification {}

    record Broken(long id, String why) implements Verification {}
  }

  /** Which entries; null means any. */
  public record Filter(
      @Nullable Long repository, @Nullable Long mergeRequest, @Nullable String target, int limit) {

    public static Filter newest(int limit) {
      return new Filter(null, null, null, limit);
    }

    public Filter about(MergeRequestId id) {
      return new Filter(id.repository(), id.iid(), target, limit);
    }

    public Filter about(TargetName target) {
      return new Filter(repository, mergeRequest, target.toString(), limit);
    }
  }

  private Ledger() {}

  public static Recorded append(WriteTx tx, LedgerEntry entry) {
    Head head = head(tx);
    long id = head.id() + 1;
    LedgerEntry stored = LedgerChain.toMillis(entry);
    Recorded next =
        new Recorded(id, stored, head.hash(), LedgerChain.hash(head.hash(), id, stored));
    tx.handle()
        .createUpdate(
            "insert into ledger (id, at, actor, action, repository, merge_request, target,"
                + " digest, reason, details, previous, hash) values (:id, :at, :actor, :action,"
                + " :repository, :mergeRequest, :target, :digest, :reason, :details, :previous,"
                + " :hash)")
        .bindMethods(next)
        .bindMethods(stored)
        .bindMethods(stored.subject())
        .execute();
    return next;
  }

  public static Head head(ReadTx tx) {
    return tx.handle()
        .createQuery("select id, hash from ledger order by id desc limit 1")
        .map((row, context) -> new Head(row.getLong("id"), row.getString("hash")))
        .findOne()
        .orElse(LedgerChain.START);
  }

  /** Newest first. */
  public static List<Recorded> entries(ReadTx tx, Filter filter) {
    return tx.handle()
        .createQuery(
            "select * from ledger"
                + " where (:repository is null or repository = :repository)"
                + " and (:mergeRequest is null or merge_request = :mergeRequest)"
                + " and (:target is null or target = :target)"
                + " order by id desc limit :limit")
        .bindMethods(filter)
        .map(ENTRY)
        .list();
  }

  /** Finds the entry behind a head that was printed somewhere; empty if this chain never had it. */
  public static Optional<Recorded> find(ReadTx tx, String hash) {
    return tx.handle()
        .createQuery("select * from ledger where hash = :hash")
        .bind("hash", hash)
        .map(ENTRY)
        .findOne();
  }

  /** Walks the whole chain and stops at the first entry that does not fit. */
  public static Verification verify(ReadTx tx) {
    try (Query query = tx.handle().createQuery("select * from ledger order by id");
        Stream<Recorded> entries = query.map(ENTRY).stream()) {
      Head head = LedgerChain.START;
      for (Iterator<Recorded> rest = entries.iterator(); rest.hasNext(); ) {
        Recorded entry = rest.next();
        Optional<String> fault = LedgerChain.fault(head, entry);
        if (fault.isPresent()) {
          return new Verification.Broken(head.id() + 1, fault.get());
        }
        head = new Head(entry.id(), entry.hash());
      }
      return new Verification.Ok(head.id(), head);
    }
  }

  private static final RowMapper<Recorded> ENTRY =
      (row, context) -> {
        Subject subject =
            new Subject(
                Columns.nullableLong(row, "repository"),
                Columns.nullableLong(row, "merge_request"),
                row.getString("target"));
        LedgerEntry entry =
            new LedgerEntry(
                Columns.instant(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                subject,
                row.getString("digest"),
                row.getString("reason"),
                row.getString("details"));
        return new Recorded(
            row.getLong("id"), entry, row.getString("previous"), row.getString("hash"));
      };
}
