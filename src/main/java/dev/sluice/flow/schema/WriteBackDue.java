package dev.sluice.flow.schema;

import dev.sluice.flow.Landscape;
import dev.sluice.flow.Work;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.util.List;
import java.util.function.Supplier;

/** An environment that has all of a deployment may have its schema written into the repository. */
public final class WriteBackDue {
  private final Supplier<Landscape> landscape;
  private final Work work;

  public WriteBackDue(Supplier<Landscape> landscape, Work work) {
    this.landscape = landscape;
    this.work = work;
  }

  /** In the transaction of whatever moved the deployment on. */
  public void look(WriteTx tx, long deployment) {
    List<RecordedRollout> rollouts = Rollouts.of(tx, deployment);
    rollouts.stream()
        .filter(r -> r.state() == RolloutState.DONE)
        .map(r -> r.target().environment())
        .distinct()
        .filter(landscape.get()::writesBack)
        .filter(e -> through(e, rollouts))
        .forEach(e -> enqueue(tx, deployment, e));
  }

  private static boolean through(String environment, List<RecordedRollout> rollouts) {
    return rollouts.stream()
        .filter(r -> r.target().environment().equals(environment))
        .allMatch(r -> r.state().finished());
  }

  private void enqueue(WriteTx tx, long deployment, String environment) {
    Deployments.find(tx, deployment)
        .map(d -> d.mergeRequest().repository())
        .ifPresent(repository -> work.writeBack(tx, repository, deployment, environment));
  }
}
