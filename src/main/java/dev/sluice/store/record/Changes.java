package dev.sluice.store.record;

import dev.sluice.change.Change;
import dev.sluice.change.Digest;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Remark;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Json;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Every content that a merge request ever had, by digest, with the text of its scripts. */
public final class Changes {

  private Changes() {}

  /**
   * Saving the same content again is fine; it replaces what the digest does not cover.
   *
   * @param headSha the commit at which the content was read
   */
  public static void save(WriteTx tx, Change change, String headSha) {
    long id =
        tx.handle()
            .createQuery(
                "insert into change (repository, iid, digest, head_sha, remarks, recorded_at)"
                    + " values (:repository, :iid, :digest, :headSha, :remarks, :now)"
                    + " on conflict (repository, iid, digest) do update set"
                    + " head_sha = excluded.head_sha, remarks = excluded.remarks returning id")
            .bindMethods(change.id())
            .bind("digest", change.digest().value())
            .bind("headSha", headSha)
            .bind("remarks", Json.write(change.remarks()))
            .bind("now", tx.now())
            .mapTo(Long.class)
            .one();
    tx.handle().execute("delete from change_script_database where change = ?", id);
    tx.handle().execute("delete from change_script where change = ?", id);
    for (int i = 0; i < change.scripts().size(); i++) {
      saveScript(tx, id, i + 1, change.scripts().get(i));
    }
  }

  public static Optional<Change> find(ReadTx tx, MergeRequestId id, Digest digest) {
    return tx.handle()
        .createQuery(
            "select id, remarks from change"
                + " where repository = :repository and iid = :iid and digest = :digest")
        .bindMethods(id)
        .bind("digest", digest.value())
        .map(
            (row, context) ->
                new Change(
                    id,
                    scripts(tx, row.getLong("id")),
                    Json.readList(row.getString("remarks"), Remark.class)))
        .findOne();
  }

  private static void saveScript(WriteTx tx, long change, int ordinal, MappedScript mapped) {
    tx.handle()
        .createUpdate(
            "insert into change_script (change, ordinal, path, project, kind, version,"
                + " description, sha256, body) values (:change, :ordinal, :path, :project, :kind,"
                + " :version, :description, :sha256, :text)")
        .bindMethods(mapped.script())
        .bindMethods(mapped.script().name())
        .bind("project", mapped.project())
        .bind("change", change)
        .bind("ordinal", ordinal)
        .execute();
    PreparedBatch databases =
        tx.handle()
            .prepareBatch(
                "insert into change_script_database (change, ordinal, database)"
                    + " values (:change, :ordinal, :database)");
    mapped
        .databases()
        .forEach(
            database ->
                databases
                    .bind("change", change)
                    .bind("ordinal", ordinal)
                    .bind("database", database)
                    .add());
    databases.execute();
  }

  private static List<MappedScript> scripts(ReadTx tx, long change) {
    Map<Integer, List<String>> databases =
        tx.handle()
            .createQuery(
                "select ordinal, database from change_script_database where change = :change")
            .bind("change", change)
            .reduceRows(
                new TreeMap<>(),
                (found, row) -> {
                  found
                      .computeIfAbsent(
                          row.getColumn("ordinal", Integer.class), ordinal -> new ArrayList<>())
                      .add(row.getColumn("database", String.class));
                  return found;
                });
    return tx.handle()
        .createQuery("select * from change_script where change = :change order by ordinal")
        .bind("change", change)
        .map(
            (row, context) ->
                new MappedScript(
                    new Script(
                        row.getString("path"),
                        new ScriptName(
                            ScriptName.Kind.valueOf(row.getString("kind")),
                            row.getString("version"),
                            row.getString("description")),
                        row.getString("body"),
                        row.getString("sha256")),
                    row.getString("project"),
                    databases.getOrDefault(row.getInt("ordinal"), List.of())))
        .list();
  }
}
