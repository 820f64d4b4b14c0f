package dev.sluice.flow.group;

import dev.sluice.change.TargetName;
import dev.sluice.store.record.RolloutState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One target of a group, as a deployment sees it.
 *
 * @param wave 0 for a canary
 * @param held its last try was not allowed: it is asked again, behind the others
 * @param willing everything else lets it start: its approval, its turn on its target, a person's
 *     word; looked at only while it waits
 * @param failures how often it has stopped because of an error
 * @param endedAt of its last try
 */
public record Member(
    TargetName target,
    int wave,
    RolloutState state,
    boolean held,
    boolean willing,
    int failures,
    Optional<Instant> endedAt) {
  static final Comparator<Member> ORDER =
      Comparator.comparing(Member::held).thenComparing(Member::wave).thenComparing(Member::target);

  Member willingly() {
    return new Member(target, wave, state, held, true, failures, endedAt);
  }

  boolean canary() {
    return wave == 0;
  }

  boolean finished() {
    return state.finished();
  }

  boolean waits() {
    return state == RolloutState.WAITING;
  }

  boolean active() {
    return state == RolloutState.READY || state == RolloutState.RUNNING;
  }

  /** It has failed, and no later try has put that right. */
  boolean failed() {
    return state == RolloutState.FAILED
        || state == RolloutState.UNKNOWN
        || (failures > 0 && !finished());
  }
}
