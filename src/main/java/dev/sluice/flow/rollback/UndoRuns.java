package dev.sluice.flow.rollback;

import dev.sluice.change.Script;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.flow.deploy.Executors;
import dev.sluice.flow.undo.Ran;
import dev.sluice.flow.undo.TargetsNow;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollbacks;
import dev.sluice.store.record.Rollbacks.TakesBack;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.Rollouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs rollouts; one that takes another back runs only where that ran, and while nothing has moved
 * on since.
 */
public final class UndoRuns implements Executors {
  private final StoreDatabase store;
  private final TargetsNow targets;
  private final Executors executors;

  public UndoRuns(StoreDatabase store, TargetsNow targets, Executors executors) {
    this.store = store;
    this.targets = targets;
    this.executors = executors;
  }

  @Override
  public RolloutResult run(Fence fence, Rollout rollout, Cancellation cancellation) {
    List<TakesBack> scripts = store.read(tx -> scripts(tx, rollout));
    if (scripts.isEmpty()) {
      return executors.run(fence, rollout, cancellation);
    }
    List<TakesBack> here = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    boolean begun = store.read(tx -> !RolloutSteps.of(tx, rollout.id()).isEmpty());
    for (TakesBack script : scripts) {
      Optional<Ran> ran = store.read(tx -> original(tx, script, rollout).map(r -> Ran.of(tx, r)));
      if (ran.isPresent() && !ran.get().committed().isEmpty()) {
        here.add(script);
        if (!begun) {
          refusal(script, ran.get())
              .map(Language.EN::say)
              .filter(r -> !reasons.contains(r))
              .ifPresent(reasons::add);
        }
      }
    }
    if (!reasons.isEmpty()) {
      return new RolloutResult.Refused(RolloutResult.Report.EMPTY, reasons);
    }
    RolloutResult result = executors.run(fence, without(rollout, scripts, here), cancellation);
    if (result instanceof RolloutResult.Succeeded
        || result instanceof RolloutResult.AlreadyApplied) {
      store.update(
          fence,
          tx ->
              here.forEach(
                  s ->
                      original(tx, s, rollout)
                          .ifPresent(r -> Rollbacks.undone(tx, r.id(), s.ofPath(), rollout.id()))));
    }
    return result;
  }

  private static List<TakesBack> scripts(dev.sluice.store.ReadTx tx, Rollout rollout) {
    List<String> paths = rollout.scripts().stream().map(Script::path).toList();
    return Rollouts.find(tx, rollout.id())
        .flatMap(r -> Deployments.find(tx, r.deployment()))
        .map(d -> Rollbacks.of(tx, d.mergeRequest()))
        .orElse(List.of())
        .stream()
        .filter(s -> s.database().equals(rollout.target().database()))
        .filter(s -> paths.contains(s.path()))
        .toList();
  }

  private static Optional<RecordedRollout> original(
      dev.sluice.store.ReadTx tx, TakesBack script, Rollout rollout) {
    return Rollouts.of(tx, script.deployment()).stream()
        .filter(r -> r.target().equals(rollout.target()))
        .findFirst();
  }

  private Optional<Message> refusal(TakesBack script, Ran ran) {
    boolean same = ran.committed().containsAll(script.steps());
    return same
        ? targets.movedOn(ran)
        : Optional.of(
            Message.of(
                "%s takes back statements %s, and on %s only %s ran.",
                script.path(), script.steps(), ran.rollout().target(), ran.committed()));
  }

  /** Where the other one never ran, there is nothing to take back. */
  private static Rollout without(Rollout rollout, List<TakesBack> all, List<TakesBack> here) {
    List<String> leftOut =
        all.stream().filter(s -> !here.contains(s)).map(TakesBack::path).toList();
    return new Rollout(
        rollout.id(),
        rollout.target(),
        rollout.token(),
        rollout.provenance(),
        rollout.scripts().stream().filter(s -> !leftOut.contains(s.path())).toList(),
        rollout.decisions());
  }
}
