package dev.sluice.flow.known;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.executor.TargetHistory;
import dev.sluice.deploy.executor.TargetHistory.Entry;
import dev.sluice.flow.LiveTargets;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.Baselines;
import dev.sluice.store.record.KnownScripts;
import dev.sluice.store.record.KnownScripts.Known;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes over what a target remembers of the time before Sluice: the command line writes it there,
 * also while Sluice runs, and a lost store finds it again.
 */
public final class AdoptHistory {
  private final StoreDatabase store;
  private final LiveTargets targets;

  public AdoptHistory(StoreDatabase store, LiveTargets targets) {
    this.store = store;
    this.targets = targets;
  }

  /**
   * @param fence of the target's lane
   */
  public Outcome run(Fence fence, TargetName target) {
    Optional<TargetDatabase> database = targets.find(target);
    Looked<List<Entry>> looked =
        database.map(TargetHistory::read).orElseGet(() -> new Looked.Unreachable<>("unknown"));
    if (!(looked instanceof Looked.Seen<List<Entry>> seen)) {
      return Outcome.done(); // asked again with the next look
    }
    List<Known> now =
        seen.result().stream()
            .map(AdoptHistory::known)
            .sorted(Comparator.comparing(Known::path))
            .toList();
    List<Known> before = store.read(tx -> KnownScripts.of(tx, target));
    if (now.equals(before)) {
      return Outcome.done();
    }
    Optional<Snapshot> baseline =
        now.stream()
            .filter(k -> k.kind().equals(KnownScripts.BASELINE) && !before.contains(k))
            .findFirst()
            .flatMap(k -> schema(database.orElseThrow(), k.sha256()));
    Subject subject = Subject.none().on(target);
    store.update(
        fence,
        tx -> {
          KnownScripts.replace(tx, target, now);
          Ledger.append(
              tx,
              LedgerEntry.of(tx.now(), "sluice", "history.adopted", subject)
                  .reason(now.size() + " entries of the target's own history"));
          baseline.ifPresent(
              s ->
                  Baselines.add(
                      tx, subject, Baselines.Kind.ACCEPTED, s, "sluice", "sluice baseline"));
        });
    return Outcome.done();
  }

  private static Known known(Entry entry) {
    return new Known(
        entry.path(),
        entry.baseline() ? KnownScripts.BASELINE : entry.kind().name(),
        entry.version(),
        entry.sha256(),
        entry.source(),
        Instant.ofEpochMilli(entry.at().toEpochMilli()));
  }

  /** The schema, if it is still the one that the baseline was made of. */
  private static Optional<Snapshot> schema(TargetDatabase target, String sha256) {
    return target.lookAtSchema() instanceof Looked.Seen<Snapshot> seen
        ? Optional.of(seen.result()).filter(s -> s.sha256().equals(sha256))
        : Optional.empty();
  }
}
