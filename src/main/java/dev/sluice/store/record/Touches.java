package dev.sluice.store.record;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What open merge requests change; nothing of those that are merged, closed or not ours. */
public final class Touches {
  private static final RowMapper<Touch> TOUCH =
      (row, context) ->
          new Touch(
              row.getString("database"),
              Touch.Kind.valueOf(row.getString("kind")),
              row.getString("name"));

  private Touches() {}

  /** Something that another merge request changes. */
  public record OfOther(MergeRequestId id, String title, String webUrl, Touch touch) {}

  public static Set<Touch> of(ReadTx tx, MergeRequestId id) {
    return new HashSet<>(
        tx.handle()
            .createQuery(
                "select database, kind, name from touch"
                    + " where repository = :repository and iid = :iid")
            .bindMethods(id)
            .map(TOUCH)
            .list());
  }

  public static void replace(
      WriteTx tx, MergeRequestId id, String targetBranch, Collection<Touch> touches) {
    tx.handle()
        .createUpdate("delete from touch where repository = :repository and iid = :iid")
        .bindMethods(id)
        .execute();
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                "insert into touch (repository, iid, target_branch, database, kind, name)"
                    + " values (:repository, :iid, :branch, :database, :kind, :name)");
    for (Touch touch : touches) {
      batch.bindMethods(id).bindMethods(touch).bind("branch", targetBranch).add();
    }
    batch.execute();
  }

  /** What others change of the same, going to the same branch. */
  public static List<OfOther> shared(ReadTx tx, MergeRequestId id, int limit) {
    return others(tx, id, "and o.kind = t.kind and o.name = t.name order by o.iid limit " + limit);
  }

  /** The versions of others on the same databases, going to the same branch. */
  public static List<OfOther> versions(ReadTx tx, MergeRequestId id) {
    return others(tx, id, "and o.kind = 'VERSION' and t.kind = 'VERSION' order by o.iid");
  }

  private static List<OfOther> others(ReadTx tx, MergeRequestId id, String and) {
    return tx.handle()
        .createQuery(
            "select distinct o.repository, o.iid, o.database, o.kind, o.name, m.title, m.web_url"
                + " from touch t join touch o on o.repository = t.repository and o.iid <> t.iid"
                + " and o.target_branch = t.target_branch and o.database = t.database"
                + " join merge_request m on m.repository = o.repository and m.iid = o.iid"
                + " where t.repository = :repository and t.iid = :iid "
                + and)
        .bindMethods(id)
        .map(
            (row, context) ->
                new OfOther(
                    new MergeRequestId(row.getLong("repository"), row.getLong("iid")),
                    row.getString("title"),
                    row.getString("web_url"),
                    TOUCH.map(row, context)))
        .list();
  }
}
