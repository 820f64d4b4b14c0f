package dev.sluice.flow.pipeline;

import dev.sluice.flow.group.Group;
import dev.sluice.flow.group.Verdict;
import dev.sluice.language.Message;
import dev.sluice.store.record.RolloutState;
import java.util.List;
import java.util.Optional;

/** Of several targets in its environment others come first, or too many have failed. */
final class InWaves implements Check {
  private final String prefix;

  InWaves(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public List<Reason> reasons(Facts facts) {
    if (facts.group().isEmpty() || facts.begun()) {
      return List.of();
    }
    Group group = facts.group().get();
    return facts.rollout().state() == RolloutState.READY
        ? group.stopped().filter(w -> !group.failed(facts.target())).stream()
            .map(this::stopped)
            .toList()
        : group.verdict(facts.target(), facts.now()).flatMap(v -> reason(facts, v)).stream()
            .toList();
  }

  private Optional<Reason> reason(Facts facts, Verdict verdict) {
    if (verdict instanceof Verdict.Soak soak) {
      Message words =
          Message.of(
              "soaks on the canary until %s", Times.at(soak.until(), facts.zone(), facts.now()));
      return Optional.of(Reason.queued(words, words, Optional.of(soak.until())));
    }
    if (verdict instanceof Verdict.Wait wait) {
      return Optional.of(Reason.queued(wait.why(), wait.why(), Optional.empty()));
    }
    return verdict instanceof Verdict.Stop stop
        ? Optional.of(stopped(stop.why()))
        : Optional.empty();
  }

  private Reason stopped(Message why) {
    return Reason.refused(
        why,
        Message.of(
            "The group is %s. First %s retry or %s skip rollout for what failed.",
            why, prefix, prefix));
  }
}
