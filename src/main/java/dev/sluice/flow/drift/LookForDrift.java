package dev.sluice.flow.drift;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.DriftIgnore;
import dev.sluice.change.DriftSettings;
import dev.sluice.change.Environment;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.LiveTargets;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Baselines;
import dev.sluice.store.record.Drifts;
import dev.sluice.store.record.Expected;
import dev.sluice.store.record.SchemaSnapshots;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compares a target with what it should look like, and remembers what came of it. */
public final class LookForDrift {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final LiveTargets targets;

  public LookForDrift(StoreDatabase store, Supplier<Landscape> landscape, LiveTargets targets) {
    this.store = store;
    this.landscape = landscape;
    this.targets = targets;
  }

  /**
   * @param fence of the target's lane, in which nothing else changes the target through us
   */
  Seen look(Fence fence, TargetName target) {
    Seen seen = see(fence, target);
    if (seen instanceof Seen.NotCompared not) {
      String why = not.why().toString();
      store.update(fence, tx -> Drifts.notCompared(tx, target, why));
    }
    return seen;
  }

  private Seen see(Fence fence, TargetName target) {
    Optional<TargetDatabase> database = targets.find(target);
    if (database.isEmpty()) {
      return new Seen.NotCompared(Message.of("Sluice cannot talk to this engine yet"));
    }
    Optional<Message> ourselves = store.read(tx -> HalfWay.of(tx, target));
    if (ourselves.isPresent()) {
      return new Seen.NotCompared(ourselves.get());
    }
    Looked<Snapshot> looked = database.get().lookAtSchema();
    return looked instanceof Looked.Unreachable<Snapshot> unreachable
        ? new Seen.NotCompared(Message.of("not reachable: %s", Message.text(unreachable.why())))
        : compare(fence, target, ((Looked.Seen<Snapshot>) looked).result());
  }

  private Seen compare(Fence fence, TargetName target, Snapshot now) {
    Optional<Expected> expected = store.read(tx -> Baselines.expected(tx, target));
    Comparison found =
        store
            .read(tx -> unseen(tx, target, expected, now))
            .orElseGet(() -> Comparison.of(expected, now, ignored(target)));
    if (found instanceof Comparison.Drifted drifted) {
      return store.write(tx -> record(fence, tx, target, drifted));
    }
    store.update(
        fence,
        tx -> {
          if (found instanceof Comparison.TakeAsIs as) {
            Subject subject = Subject.none().on(target);
            Baselines.add(tx, subject, as.kind(), now, "sluice", as.why().toString());
          }
          Drifts.asExpected(tx, target);
        });
    return new Seen.AsExpected();
  }

  /** What a rollout of ours left without a snapshot is not drift. */
  private static Optional<Comparison> unseen(
      ReadTx tx, TargetName target, Optional<Expected> expected, Snapshot now) {
    return expected
        .filter(e -> !e.snapshot().sha256().equals(now.sha256()))
        .flatMap(e -> Baselines.unseenEnd(tx, target, e))
        .map(
            r ->
                new Comparison.TakeAsIs(
                    Baselines.Kind.RENEWED,
                    Message.of("how rollout %s left it was not seen", r.id())));
  }

  private static Seen record(
      Fence fence, WriteTx tx, TargetName target, Comparison.Drifted drifted) {
    fence.check(tx);
    long found = SchemaSnapshots.save(tx, drifted.found());
    Drifts.Gap gap = new Drifts.Gap(drifted.expected().id(), found);
    Drifts.drifted(tx, target, gap);
    return new Seen.Drifted(drifted.found(), gap, drifted.diff());
  }

  private List<DriftIgnore> ignored(TargetName target) {
    return settings(target).ignore();
  }

  DriftSettings settings(TargetName target) {
    return landscape
        .get()
        .environment(target.environment())
        .map(Environment::drift)
        .orElse(DriftSettings.DEFAULT);
  }
}
