package dev.sluice.flow.deploy;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.deploy.executor.DropBackups;
import dev.sluice.flow.LiveTargets;
import dev.sluice.flow.Work;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.Backups;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops backups whose time is over, each in the lane of its target. */
public final class ExpireBackups {
  private static final Logger LOG = LoggerFactory.getLogger(ExpireBackups.class);

  private final StoreDatabase store;
  private final LiveTargets targets;
  private final Work work;

  public ExpireBackups(StoreDatabase store, LiveTargets targets, Work work) {
    this.store = store;
    this.targets = targets;
    this.work = work;
  }

  /** Looks which targets have some. */
  public Outcome look() {
    return Outcome.done(
        tx ->
            Backups.targetsWithExpired(tx, tx.now())
                .forEach(name -> work.expireBackups(tx, TargetName.parse(name))));
  }

  /** What cannot be dropped is tried again at the next look. */
  public Outcome run(Fence fence, TargetName name) {
    List<RecordedBackup> expired =
        store.read(
            tx ->
                Backups.on(tx, name).stream()
                    .filter(b -> !b.expiresAt().isAfter(tx.now()))
                    .toList());
    if (expired.isEmpty() || targets.find(name).isEmpty()) {
      return Outcome.done();
    }
    DropBackups.Result result = DropBackups.drop(targets.find(name).get(), expired);
    store.update(fence, tx -> result.gone().forEach(b -> Backups.dropped(tx, b)));
    result
        .failure()
        .ifPresent(
            why ->
                LOG.warn(
                    "{} expired backups stay on {}: {}",
                    expired.size() - result.gone().size(),
                    name,
                    why));
    return Outcome.done();
  }
}
