package dev.sluice.store.record;

import dev.sluice.change.Change;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.deploy.Provenance;
import dev.sluice.deploy.Rollout;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import java.util.List;

/** Puts together what the executor is told to do: all of it comes from the record. */
public final class RolloutOrders {

  private RolloutOrders() {}

  /** The same scripts on every try; the token is the fence's. */
  public static Rollout order(ReadTx tx, RecordedRollout rollout, Fence fence) {
    RecordedDeployment deployment = Deployments.find(tx, rollout.deployment()).orElseThrow();
    Change change = Changes.find(tx, deployment.mergeRequest(), deployment.digest()).orElseThrow();
    return new Rollout(
        rollout.id(),
        rollout.target(),
        fence.token(),
        new Provenance(
            deployment.mergeRequest().toString(),
            deployment.digest(),
            deployment.sha(),
            rollout.run().by()),
        scripts(change, rollout.target().database()),
        RolloutDecisions.of(tx, rollout.id()));
  }

  /** The scripts that run on a database, in order; undo scripts never do. */
  public static List<Script> scripts(Change change, String database) {
    return change.scripts().stream()
        .filter(s -> s.databases().contains(database))
        .map(s -> s.script())
        .filter(s -> s.name().kind() != ScriptName.Kind.UNDO)
        .toList();
  }
}
