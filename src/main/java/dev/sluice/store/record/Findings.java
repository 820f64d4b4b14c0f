package dev.sluice.store.record;

import dev.sluice.change.Digest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.Severity;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The findings of each merge request and their threads, by fingerprint. */
public final class Findings {

  private Findings() {}

  /** All that were ever told, by file and line. */
  public static List<KnownFinding> of(ReadTx tx, MergeRequestId id) {
    return tx.handle()
        .createQuery(
            "select * from finding where repository = :repository and iid = :iid"
                + " order by path, line, fingerprint")
        .bindMethods(id)
        .map(FINDING)
        .list();
  }

  /** Adds the finding, or replaces what was known of its fingerprint. */
  public static void save(WriteTx tx, MergeRequestId id, KnownFinding finding) {
    tx.handle()
        .createUpdate(
            "insert into finding (repository, iid, fingerprint, rule, severity, path, line,"
                + " message, state, discussion, digest, first_seen, last_seen) values"
                + " (:repository, :iid, :fingerprint, :rule, :severity, :path, :line, :message,"
                + " :state, :thread, :content, :now, :now)"
                + " on conflict (repository, iid, fingerprint) do update set"
                + " severity = excluded.severity, path = excluded.path, line = excluded.line,"
                + " message = excluded.message, state = excluded.state,"
                + " discussion = excluded.discussion, digest = excluded.digest,"
                + " last_seen = excluded.last_seen")
        .bindMethods(id)
        .bindMethods(finding)
        .bind("thread", finding.discussion())
        .bind("content", finding.digest().value())
        .bind("now", tx.now())
        .execute();
  }

  private static final RowMapper<KnownFinding> FINDING =
      (row, context) ->
          new KnownFinding(
              row.getString("fingerprint"),
              row.getString("rule"),
              Severity.valueOf(row.getString("severity")),
              row.getString("path"),
              row.getInt("line"),
              row.getString("message"),
              KnownFinding.State.valueOf(row.getString("state")),
              Optional.ofNullable(row.getString("discussion")),
              new Digest(row.getString("digest")));
}
