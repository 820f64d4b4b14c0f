package dev.sluice.flow.drift;

import dev.sluice.change.Environment;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.Work;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.Drifts;
import dev.sluice.store.record.RecordedDrift;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Has the history of every target read, and those looked at whose time has come; each in its own
 * lane.
 */
public final class DueLooks {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final Work work;

  public DueLooks(StoreDatabase store, Supplier<Landscape> landscape, Work work) {
    this.store = store;
    this.landscape = landscape;
    this.work = work;
  }

  public Outcome run(Fence fence) {
    List<TargetName> due = store.read(this::due);
    store.update(
        fence,
        tx -> {
          targets().forEach(t -> work.history(tx, t));
          due.forEach(t -> work.drift(tx, t));
        });
    return Outcome.done();
  }

  private List<TargetName> due(ReadTx tx) {
    List<RecordedDrift> known = Drifts.all(tx);
    return targets()
        .filter(
            t ->
                period(t)
                    .filter(
                        p ->
                            known.stream()
                                .noneMatch(
                                    k ->
                                        k.target().equals(t)
                                            && k.checkedAt().plus(p).isAfter(tx.now())))
                    .isPresent())
        .toList();
  }

  private Stream<TargetName> targets() {
    return landscape.get().databases().values().stream().flatMap(d -> d.targets().stream());
  }

  private Optional<Duration> period(TargetName target) {
    Optional<Environment> environment = landscape.get().environment(target.environment());
    return environment.flatMap(e -> e.drift().check().period());
  }
}
