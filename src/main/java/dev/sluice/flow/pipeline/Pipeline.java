package dev.sluice.flow.pipeline;

import static java.util.stream.Collectors.groupingBy;

import dev.sluice.change.Environment.DeployMode;
import dev.sluice.change.Stage;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.group.Group;
import dev.sluice.flow.group.Member;
import dev.sluice.flow.group.Verdict;
import dev.sluice.flow.pipeline.Facts.Said;
import dev.sluice.store.ReadTx;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.EnvironmentFreezes;
import dev.sluice.store.record.GroupPlace;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.RolloutTimings;
import dev.sluice.store.record.Rollouts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    List<RecordedRollout> siblings = Rollouts.of(tx, rollout.deployment());
    return new Facts(
        rollout,
        "!" + deployment.mergeRequest().iid(),
        siblings,
        earlier(tx, rollout),
        stages(tx, rollout, deployment),
        said,
        RolloutSteps.of(tx, rollout.id()).stream().anyMatch(s -> s.committed()),
        group(tx, rollout, siblings),
        tx.now());
  }

  /**
   * What the groups of a deployment say of their targets that wait and could start else, decided at
   * once for all: alone each would take the same free place.
   */
  public Map<TargetName, Verdict> plan(ReadTx tx, List<RecordedRollout> ofDeployment) {
    Map<TargetName, Verdict> plan = new HashMap<>();
    ofDeployment.stream()
        .collect(groupingBy(r -> r.target().database() + "@" + r.target().environment()))
        .values()
        .stream()
        .filter(rollouts -> rollouts.size() > 1)
        .flatMap(rollouts -> group(tx, rollouts.get(0), ofDeployment).stream())
        .forEach(group -> plan.putAll(group.plan(tx.now())));
    return plan;
  }

  /** The group that a rollout is of; empty where it is alone in its environment. */
  public Optional<Group> group(ReadTx tx, RecordedRollout rollout) {
    return group(tx, rollout, Rollouts.of(tx, rollout.deployment()));
  }

  private Optional<Group> group(
      ReadTx tx, RecordedRollout rollout, List<RecordedRollout> siblings) {
    TargetName target = rollout.target();
    List<RecordedRollout> group =
        siblings.stream()
            .filter(r -> r.target().database().equals(target.database()))
            .filter(r -> r.target().environment().equals(target.environment()))
            .toList();
    if (group.size() < 2) {
      return Optional.empty();
    }
    boolean byItself = stages(tx, rollout).stream().allMatch(s -> s.deploy() != DeployMode.MANUAL);
    Map<RolloutId, GroupPlace> places = GroupPlaces.of(tx, rollout.deployment());
    Set<RolloutId> heldUp = GroupPlaces.heldUp(tx, rollout.deployment());
    List<Member> members =
        group.stream()
            .map(
                r ->
                    member(
                        r,
                        places.getOrDefault(r.id(), GroupPlace.NONE),
                        (byItself || !r.run().by().isEmpty()) && !heldUp.contains(r.id())))
            .toList();
    return Optional.of(
        new Group(members, landscape.get().group(target.database(), target.environment())));
  }

  private static Member member(RecordedRollout rollout, GroupPlace place, boolean willing) {
    return new Member(
        rollout.target(),
        place.wave(),
        rollout.state(),
        rollout.state() == RolloutState.WAITING && !rollout.reason().isEmpty(),
        willing,
        place.failures(),
        rollout.run().endedAt());
  }

  private static List<String> earlier(ReadTx tx, RecordedRollout rollout) {
    return Rollouts.before(tx, rollout).stream()
        .flatMap(r -> Deployments.find(tx, r.deployment()).stream())
        .map(d -> "!" + d.mergeRequest().iid())
        .distinct()
        .toList();
  }
}
