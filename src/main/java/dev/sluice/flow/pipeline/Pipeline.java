package dev.sluice.flow.pipeline;

import dev.sluice.change.Stage;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.pipeline.Facts.Said;
import dev.sluice.store.ReadTx;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.EnvironmentFreezes;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.RolloutTimings;
import dev.sluice.store.record.Rollouts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers the facts about a rollout and asks the checks. */
public final class Pipeline {
  private final Supplier<Landscape> landscape;
  private final Checks checks;

  /**
   * @param prefix of commands, for what would help
   */
  public Pipeline(Supplier<Landscape> landscape, String prefix) {
    this.landscape = landscape;
    this.checks = new Checks(prefix);
  }

  /** Whether it may start now; never {@link MayStart.Rejected}. */
  public MayStart ask(ReadTx tx, RecordedRollout rollout) {
    return checks.judge(facts(tx, rollout, false));
  }

  /**
   * Whether it may start now that a person wants it.
   *
   * @param through earlier changes on its target go first, instead of standing in the way
   */
  public MayStart wanted(ReadTx tx, RecordedRollout rollout, boolean through) {
    Facts facts = facts(tx, rollout, true);
    return checks.judge(through ? facts.behindNobody() : facts);
  }

  /** The first time from then on that windows and freezes leave open. */
  public Optional<Instant> opens(ReadTx tx, RecordedRollout rollout, Instant from) {
    return checks.opens(facts(tx, rollout, false).at(from));
  }

  /** How a rollout's projects deploy to its environment; at least one. */
  public List<Stage> stages(ReadTx tx, RecordedRollout rollout) {
    return stages(tx, rollout, Deployments.find(tx, rollout.deployment()).orElseThrow());
  }

  private List<Stage> stages(ReadTx tx, RecordedRollout rollout, RecordedDeployment deployment) {
    Landscape now = landscape.get();
    boolean alike = now.projects().stream().allMatch(p -> p.pipeline().isEmpty());
    List<String> projects =
        alike
            ? List.of()
            : List.copyOf(
                Changes.find(tx, deployment.mergeRequest(), deployment.digest())
                    .orElseThrow()
                    .projects());
    return now.stages(rollout.target().environment(), projects);
  }

  private Facts facts(ReadTx tx, RecordedRollout rollout, boolean wanted) {
    RecordedDeployment deployment = Deployments.find(tx, rollout.deployment()).orElseThrow();
    Said said =
        new Said(
            RolloutTimings.of(tx, rollout.id()),
            EnvironmentFreezes.of(tx, rollout.target().environment()),
            wanted);
    return new Facts(
        rollout,
        "!" + deployment.mergeRequest().iid(),
        Rollouts.of(tx, rollout.deployment()),
        earlier(tx, rollout),
        stages(tx, rollout, deployment),
        said,
        RolloutSteps.of(tx, rollout.id()).stream().anyMatch(s -> s.committed()),
        tx.now());
  }

  private static List<String> earlier(ReadTx tx, RecordedRollout rollout) {
    return Rollouts.before(tx, rollout).stream()
        .flatMap(r -> Deployments.find(tx, r.deployment()).stream())
        .map(d -> "!" + d.mergeRequest().iid())
        .distinct()
        .toList();
  }
}
