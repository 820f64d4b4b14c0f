package dev.sluice.flow.pipeline;

import dev.sluice.change.Stage;
import dev.sluice.language.Message;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** It has been in the environment before for long enough, counted from the end there. */
final class Soaking implements Check {
  @Override
  public List<Reason> reasons(Facts facts) {
    Duration soak =
        facts.stages().stream().map(Stage::soak).max(Comparator.naturalOrder()).orElseThrow();
    if (soak.isZero() || facts.begun() || facts.rushed()) { // the clock may have been ahead then
      return List.of();
    }
    return facts.before().stream()
        .filter(r -> r.state() == RolloutState.DONE)
        .max(Comparator.comparing(Soaking::ended))
        .filter(r -> facts.now().isBefore(ended(r).plus(soak)))
        .map(r -> reason(facts, r, ended(r).plus(soak)))
        .stream()
        .toList();
  }

  private static Reason reason(Facts facts, RecordedRollout before, Instant until) {
    Message words =
        Message.of(
            "soaks on %s until %s",
            before.target().environment(), Times.at(until, facts.zone(), facts.now()));
    return Reason.queued(words, words, Optional.of(until));
  }

  private static Instant ended(RecordedRollout rollout) {
    return rollout.run().endedAt().orElse(Instant.EPOCH);
  }
}
