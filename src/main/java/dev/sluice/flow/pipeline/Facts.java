package dev.sluice.flow.pipeline;

import dev.sluice.change.Stage;
import dev.sluice.change.TargetName;
import dev.sluice.flow.group.Group;
import dev.sluice.store.record.EnvironmentFreeze;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutTiming;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that decides whether a rollout may start.
 *
 * @param mergeRequest as people write it: {@code !5}
 * @param siblings all rollouts of its deployment, itself too
 * @param earlier merge requests that come first on its target: {@code !3}
 * @param stages how its projects deploy to its environment; all of them hold, at least one
 * @param group of its targets in its environment, where there are several
 * @param begun whether a statement of it is committed: it rather ends than waits for a time
 */
public record Facts(
    RecordedRollout rollout,
    String mergeRequest,
    List<RecordedRollout> siblings,
    List<String> earlier,
    List<Stage> stages,
    Said said,
    boolean begun,
    Optional<Group> group,
    Instant now) {
  public Facts {
    siblings = List.copyOf(siblings);
    earlier = List.copyOf(earlier);
    stages = List.copyOf(stages);
  }

  /**
   * What people said.
   *
   * @param freeze of the environment
   * @param wanted whether a person wants it right now and is about to be answered
   */
  public record Said(RolloutTiming timing, Optional<EnvironmentFreeze> freeze, boolean wanted) {}

  /** As they would be at another time, if nobody did anything. */
  public Facts at(Instant time) {
    return new Facts(rollout, mergeRequest, siblings, earlier, stages, said, begun, group, time);
  }

  /** As they would be if the earlier ones went first by themselves. */
  Facts behindNobody() {
    return new Facts(rollout, mergeRequest, siblings, List.of(), stages, said, begun, group, now);
  }

  public TargetName target() {
    return rollout.target();
  }

  String environment() {
    return rollout.target().environment();
  }

  /** Whether somebody or something has started it already, or said that it shall. */
  boolean asked() {
    return said.wanted() || !rollout.run().by().isEmpty();
  }

  boolean rushed() {
    return said.timing().rush().isPresent();
  }

  /** The rollouts of the same database in the environment that comes before. */
  List<RecordedRollout> before() {
    Optional<String> before = stages.get(0).before();
    return siblings.stream()
        .filter(r -> r.target().database().equals(rollout.target().database()))
        .filter(r -> before.filter(r.target().environment()::equals).isPresent())
        .toList();
  }

  /** Those of them that are not finished. */
  List<RecordedRollout> unfinishedBefore() {
    return before().stream().filter(r -> !r.state().finished()).toList();
  }

  boolean running() {
    return rollout.state() == RolloutState.RUNNING;
  }

  /** On whose clock times are told. */
  public ZoneId zone() {
    return stages.get(0).zone();
  }
}
