package dev.sluice.flow.deploy;

import dev.sluice.change.Change;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.flow.pipeline.MayStart;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.Cancellations;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutOrders;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import dev.sluice.store.record.SchemaSnapshots;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs one rollout in its target's lane: is it its turn, may it, do it, tell it, wake what waited.
 * Safe to run again at any point: a killed try is resumed by the executor.
 */
public final class RunRollout {
  private static final String HELD = "rollout.held";

  private final StoreDatabase store;
  private final MayRun mayRun;
  private final Executors executors;
  private final Running running;
  private final TellResult tell;
  private final Advance advance;

  public RunRollout(
      StoreDatabase store,
      MayRun mayRun,
      Executors executors,
      Running running,
      TellResult tell,
      Advance advance) {
    this.store = store;
    this.mayRun = mayRun;
    this.executors = executors;
    this.running = running;
    this.tell = tell;
    this.advance = advance;
  }

  /** A rollout with all that belongs to it. */
  public record Case(RecordedRollout rollout, RecordedDeployment deployment, Change change) {}

  public Outcome run(Fence fence, RolloutId id) {
    Optional<Case> found = store.read(tx -> Rollouts.find(tx, id).map(r -> open(tx, r)));
    if (found.isEmpty()) {
      return Outcome.done();
    }
    if (found.get().rollout().run().endedAt().isPresent() && ended(found.get().rollout())) {
      return tellAndGoOn(fence, id);
    }
    if (!itsTurn(found.get().rollout())) {
      return Outcome.done();
    }
    if (store.read(tx -> Cancellations.of(tx, id)).isPresent()) {
      return execute(fence, found.get()); // looks at the target where it stands, and runs nothing
    }
    if (store.read(tx -> waits(tx, found.get())).isPresent()) {
      return Outcome.done(tx -> putOff(tx, found.get()));
    }
    MayRun.Answer answer = mayRun.ask(fence, found.get());
    if (answer instanceof MayRun.Held held) {
      hold(fence, found.get(), tell.words(found.get(), held.reason()));
      tell.paused(fence, found.get(), tell.words(found.get(), held.reason()));
      return Outcome.done();
    }
    return answer instanceof MayRun.Later later
        ? later(fence, found.get(), tell.words(found.get(), later.reason()))
        : execute(fence, found.get());
  }

  private static boolean ended(RecordedRollout rollout) {
    return switch (rollout.state()) {
      case DONE, FAILED, UNKNOWN, CANCELLED -> true;
      case WAITING, READY, RUNNING, SKIPPED -> false;
    };
  }

  static Case open(ReadTx tx, RecordedRollout rollout) {
    RecordedDeployment deployment = Deployments.find(tx, rollout.deployment()).orElseThrow();
    Change change = Changes.find(tx, deployment.mergeRequest(), deployment.digest()).orElseThrow();
    return new Case(rollout, deployment, change);
  }

  private boolean itsTurn(RecordedRollout rollout) {
    boolean may = rollout.state() == RolloutState.READY || rollout.state() == RolloutState.RUNNING;
    return may
        && store
            .read(tx -> Rollouts.next(tx, rollout.target()))
            .filter(n -> n.id().equals(rollout.id()))
            .isPresent();
  }

  /** What it waits for again, since it was allowed: a freeze, the end of a window. */
  private Optional<MayStart.Wait> waits(ReadTx tx, Case rollout) {
    return Rollouts.find(tx, rollout.rollout().id())
        .map(r -> advance.ask(tx, r))
        .filter(MayStart.Wait.class::isInstance)
        .map(MayStart.Wait.class::cast);
  }

  /** Back into the pipeline, which starts it again when it may. */
  private void putOff(WriteTx tx, Case rollout) {
    Optional<MayStart.Wait> wait = waits(tx, rollout);
    if (wait.isPresent() && mayStillRun(tx, rollout)) {
      Rollouts.move(tx, rollout.rollout().id(), RolloutState.WAITING, "");
      ledger(tx, rollout, "rollout.waits", wait.get().said().toString());
    }
    advance.advance(tx, rollout.deployment().id());
    advance.tend(tx, rollout.deployment().mergeRequest());
  }

  private void hold(Fence fence, Case rollout, String reason) {
    store.update(
        fence,
        tx -> {
          if (!mayStillRun(tx, rollout)) {
            return;
          }
          Rollouts.move(tx, rollout.rollout().id(), RolloutState.WAITING, reason);
          if (!toldLast(tx, rollout, reason)) {
            ledger(tx, rollout, HELD, reason);
            advance.tend(tx, rollout.deployment().mergeRequest());
          }
        });
  }

  /** We ask again every few minutes whether it may run; the answer is news once. */
  private static boolean toldLast(WriteTx tx, Case rollout, String reason) {
    Ledger.Filter filter =
        Ledger.Filter.newest(1)
            .about(rollout.deployment().mergeRequest())
            .about(rollout.rollout().target());
    return Ledger.entries(tx, filter).stream()
        .map(Ledger.Recorded::entry)
        .anyMatch(e -> e.action().equals(HELD) && reason.equals(e.reason()));
  }

  /** Goes on by itself; people are told why nothing happens, again when the reason is another. */
  private Outcome later(Fence fence, Case rollout, String reason) {
    if (!rollout.rollout().reason().equals(reason)) {
      store.update(
          fence,
          tx -> {
            if (mayStillRun(tx, rollout)) {
              Rollouts.move(tx, rollout.rollout().id(), RolloutState.READY, reason);
              advance.tend(tx, rollout.deployment().mergeRequest());
            }
          });
    }
    tell.paused(fence, rollout, reason);
    return Outcome.retry(reason);
  }

  /** A person may have cancelled it since we looked, in the lane of the merge request. */
  private static boolean mayStillRun(ReadTx tx, Case rollout) {
    return Rollouts.find(tx, rollout.rollout().id())
        .filter(r -> r.state() == RolloutState.READY || r.state() == RolloutState.RUNNING)
        .isPresent();
  }

  private Outcome execute(Fence fence, Case rollout) {
    RolloutId id = rollout.rollout().id();
    Cancellation cancellation = running.begin(id); // before anybody reads that it runs
    try {
      if (!store.write(tx -> mayBegin(tx, rollout) && Rollouts.begin(tx, id, fence))) {
        return run(fence, id); // cancelled, frozen or given up since we looked
      }
      store.update(
          fence, tx -> ledger(tx, rollout, "rollout.started", rollout.rollout().run().by()));
      store.read(tx -> Cancellations.of(tx, id)).ifPresent(cancellation::request);
      tell.started(fence, rollout);
      Rollout order = store.read(tx -> RolloutOrders.order(tx, rollout.rollout(), fence));
      try (TellProgress.Following following = tell.follow(fence, rollout)) {
        return settle(fence, rollout, executors.run(fence, order, cancellation), following);
      }
    } catch (RuntimeException e) {
      cancellation.requestedBy().ifPresent(by -> takeBack(fence, rollout, by));
      throw e;
    } finally {
      running.end(id);
    }
  }

  /** One that is to be cancelled runs nothing, and need not wait for that. */
  private boolean mayBegin(ReadTx tx, Case rollout) {
    return Cancellations.of(tx, rollout.rollout().id()).isPresent() || waits(tx, rollout).isEmpty();
  }

  /** The wish to stop must not end with the try that failed for another reason. */
  private void takeBack(Fence fence, Case rollout, String by) {
    store.update(
        fence,
        tx -> {
          if (mayStillRun(tx, rollout)) {
            RolloutId id = rollout.rollout().id();
            Rollouts.move(tx, id, RolloutState.CANCELLED, "cancelled by " + by);
          }
        });
  }

  private Outcome settle(
      Fence fence, Case rollout, RolloutResult result, TellProgress.Following following) {
    Settled settled = unlessCancelled(rollout, result.accept(new Settle()));
    RolloutState state = settled.state();
    String reason = tell.words(rollout, settled.reason());
    store.update(fence, tx -> record(tx, rollout, state, reason, result));
    following.close();
    if (state == RolloutState.READY) {
      store.update(fence, tx -> advance.tend(tx, rollout.deployment().mergeRequest()));
      tell.paused(fence, rollout, reason);
    }
    return state == RolloutState.READY
        ? again(result, reason)
        : tellAndGoOn(fence, rollout.rollout().id());
  }

  private static Outcome again(RolloutResult result, String reason) {
    return result instanceof RolloutResult.HeldBack gate
        ? Outcome.retry(reason, gate.askAgain())
        : Outcome.retry(reason);
  }

  /** What would be tried again is not, when somebody asked for an end meanwhile. */
  private Settled unlessCancelled(Case rollout, Settled settled) {
    return settled.state() != RolloutState.READY
        ? settled
        : store
            .read(tx -> Cancellations.of(tx, rollout.rollout().id()))
            .map(by -> new Settled(RolloutState.CANCELLED, Message.of("cancelled by %s", by)))
            .orElse(settled);
  }

  /** Told from the record alone, once: we may have died between writing it down and telling it. */
  private Outcome tellAndGoOn(Fence fence, RolloutId id) {
    Case rollout = store.read(tx -> open(tx, Rollouts.find(tx, id).orElseThrow()));
    tell.ended(fence, rollout);
    return Outcome.done(tx -> next(tx, rollout));
  }

  private static void record(
      WriteTx tx, Case rollout, RolloutState state, String reason, RolloutResult result) {
    RolloutId id = rollout.rollout().id();
    result
        .report()
        .snapshots()
        .after()
        .ifPresent(s -> Rollouts.after(tx, id, SchemaSnapshots.save(tx, s)));
    Rollouts.move(tx, id, state, reason);
    GroupPlaces.ended(tx, id, state);
    if (state != RolloutState.READY) {
      ledger(tx, rollout, "rollout." + state.name().toLowerCase(Locale.ROOT), reason);
    }
  }

  private void next(WriteTx tx, Case rollout) {
    advance.advance(tx, rollout.deployment().id());
    advance.wake(tx, rollout.rollout());
    advance.tend(tx, rollout.deployment().mergeRequest());
  }

  private static void ledger(WriteTx tx, Case rollout, String action, String reason) {
    Ledger.append(
        tx,
        LedgerEntry.of(
                tx.now(),
                "sluice",
                action,
                Subject.of(rollout.deployment().mergeRequest()).on(rollout.rollout().target()))
            .digest(rollout.deployment().digest())
            .reason(reason));
  }
}
