package dev.sluice.store.record;

import dev.sluice.change.DeployedScript;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.ReadTx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which scripts ran on a database somewhere, or wait to; read from the rollouts, and from what
 * targets remember of the time before Sluice. What was taken back is known and has not run.
 */
public final class DeployedScripts {

  private DeployedScripts() {}

  /**
   * What others have brought or will bring to these databases.
   *
   * @param except the merge request that asks: its own scripts do not stand in its way before they
   *     ran
   */
  public static List<DeployedScript> of(
      ReadTx tx, Collection<String> databases, MergeRequestId except) {
    if (databases.isEmpty()) {
      return List.of();
    }
    List<DeployedScript> all = new ArrayList<>(brought(tx, databases, except));
    KnownScripts.deployed(tx, databases).stream().filter(s -> !all.contains(s)).forEach(all::add);
    return all;
  }

  private static List<DeployedScript> brought(
      ReadTx tx, Collection<String> databases, MergeRequestId except) {
    return tx.handle()
        .createQuery(
            "select database, path, version, sha256, max(ran) as ran from ("
                + "select d.database, s.path, s.version, s.sha256, p.repository, p.iid,"
                + " r.state, case when not exists (select 1 from undone u where u.rollout = r.id"
                + " and u.path = s.path) and (r.state = 'DONE' or exists (select 1 from"
                + " rollout_step t"
                + " where t.rollout = r.id and t.path = s.path and t.committed = 1))"
                + " then 1 else 0 end as ran"
                + " from rollout r join deployment p on p.id = r.deployment"
                + " join change c on c.repository = p.repository and c.iid = p.iid"
                + " and c.digest = p.digest"
                + " join change_script s on s.change = c.id"
                + " join change_script_database d on d.change = s.change"
                + " and d.ordinal = s.ordinal and d.database = r.database"
                + " where r.database in (<databases>) and s.kind <> 'UNDO') known"
                + " where ran = 1 or (state <> 'SKIPPED'"
                + " and not (repository = :repository and iid = :iid))"
                + " group by database, path, version, sha256 order by database, path, sha256")
        .bindList("databases", List.copyOf(databases))
        .bindMethods(except)
        .map(
            (row, context) ->
                new DeployedScript(
                    row.getString("database"),
                    row.getString("path"),
                    row.getString("version"),
                    row.getString("sha256"),
                    row.getInt("ran") == 1))
        .list();
  }
}
