package dev.sluice.flow.drift;

import dev.sluice.change.Change;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Steered;
import dev.sluice.flow.Work;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.flow.deploy.Advance;
import dev.sluice.flow.deploy.Order;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Baselines;
import dev.sluice.store.record.Drifts;
import dev.sluice.store.record.RecordedDrift;
import dev.sluice.store.record.Rollouts;
import dev.sluice.store.record.SchemaSnapshots;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes what a target looked like when it was looked at last for what it should look like. What
 * changed since then is a new difference.
 */
public final class AcceptDrift {
  private final StoreDatabase store;
  private final KnownChange known;
  private final Work work;
  private final Advance advance;

  public AcceptDrift(StoreDatabase store, KnownChange known, Work work, Advance advance) {
    this.store = store;
    this.known = known;
    this.work = work;
    this.advance = advance;
  }

  /** Only targets of the change: whose owners may say so is known from it. */
  public Steered accept(Fence fence, Order order) {
    List<String> databases =
        known.latest(order.id()).map(Change::databases).map(List::copyOf).orElse(List.of());
    List<RecordedDrift> drifted =
        store.read(Drifts::all).stream()
            .filter(RecordedDrift::drifted)
            .filter(d -> databases.contains(d.target().database()) && order.means(d.target()))
            .toList();
    if (drifted.isEmpty()) {
      return Steered.refused(
          order
              .where()
              .map(w -> Message.of("Sluice knows of no drift of this merge request's %s.", w))
              .orElseGet(
                  () -> Message.of("Sluice knows of no drift of this merge request's targets.")));
    }
    store.update(fence, tx -> drifted.forEach(d -> accept(tx, d, order)));
    String names =
        drifted.stream().map(d -> d.target().toString()).collect(Collectors.joining(", "));
    return Steered.done(Message.of("Taken for the new normal: %s.", names));
  }

  private void accept(WriteTx tx, RecordedDrift drift, Order order) {
    TargetName target = drift.target();
    Baselines.add(
        tx,
        Subject.of(order.id()).on(target),
        Baselines.Kind.ACCEPTED,
        SchemaSnapshots.find(tx, drift.found().orElseThrow()).orElseThrow(),
        LedgerEntry.person(order.by().id(), order.by().username()),
        order.reason());
    Drifts.asExpected(tx, target);
    work.drift(tx, target); // closes the issue
    Rollouts.next(tx, target).ifPresent(r -> advance.advance(tx, r.deployment()));
  }
}
