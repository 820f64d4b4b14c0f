package dev.sluice.store.record;

import dev.sluice.change.DeployedScript;
import dev.sluice.change.TargetName;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Scripts that ran before Sluice, as the targets' own histories tell. */
public final class KnownScripts {
  /** The kind of a row that says up to which version everything has run. */
  public static final String BASELINE = "BASELINE";

  private KnownScripts() {}

  /**
   * @param kind {@code VERSIONED}, {@code REPEATABLE} or {@link #BASELINE}
   * @param sha256 of the script, of the schema for a baseline
   */
  public record Known(
      String path, String kind, String version, String sha256, String source, Instant appliedAt) {}

  /** By path. */
  public static List<Known> of(ReadTx tx, TargetName target) {
    return tx.handle()
        .createQuery("select * from known_script where target = :target order by path")
        .bind("target", target.toString())
        .map(
            (row, context) ->
                new Known(
                    row.getString("path"),
                    row.getString("kind"),
                    row.getString("version"),
                    row.getString("sha256"),
                    row.getString("source"),
                    Instant.ofEpochMilli(row.getLong("applied_at"))))
        .list();
  }

  /** Puts these in place of what was known of the target. */
  public static void replace(WriteTx tx, TargetName target, List<Known> scripts) {
    tx.handle()
        .createUpdate("delete from known_script where target = :target")
        .bind("target", target.toString())
        .execute();
    if (scripts.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                "insert into known_script (target, database, path, kind, version, sha256, source,"
                    + " applied_at) values (:target, :database, :path, :kind, :version, :sha256,"
                    + " :source, :appliedAt)");
    scripts.forEach(
        s ->
            batch
                .bindMethods(s)
                .bind("target", target.toString())
                .bind("database", target.database())
                .add());
    batch.execute();
  }

  /** All of these databases, as scripts that ran; baselines too. */
  static List<DeployedScript> deployed(ReadTx tx, Collection<String> databases) {
    return tx.handle()
        .createQuery(
            "select distinct database, case when kind = 'BASELINE' then target else '' end as"
                + " baseline, path, version, sha256 from known_script where database in"
                + " (<databases>) and (kind <> 'BASELINE' or version <> '')"
                + " order by database, path, sha256")
        .bindList("databases", List.copyOf(databases))
        .map(
            (row, context) ->
                row.getString("baseline").isEmpty()
                    ? new DeployedScript(
                        row.getString("database"),
                        row.getString("path"),
                        row.getString("version"),
                        row.getString("sha256"),
                        true)
                    : DeployedScript.baseline(
                        TargetName.parse(row.getString("baseline")), row.getString("version")))
        .list();
  }
}
