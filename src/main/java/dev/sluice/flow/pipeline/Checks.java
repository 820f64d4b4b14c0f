package dev.sluice.flow.pipeline;

import dev.sluice.flow.pipeline.MayStart.InLine;
import dev.sluice.flow.pipeline.MayStart.Rejected;
import dev.sluice.flow.pipeline.MayStart.Start;
import dev.sluice.flow.pipeline.MayStart.Wait;
import dev.sluice.flow.pipeline.Reason.Wish;
import dev.sluice.language.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of checks, and what they say together. Pure. */
final class Checks {
  /** Windows, freezes and plans take turns; nobody waits for more of them than this. */
  private static final int MOST_TURNS = 100;

  private final List<Check> calendar;
  private final List<Check> all;
  private final Check turn = new EarlierChanges();

  /**
   * @param prefix of commands, for what would help
   */
  Checks(String prefix) {
    this.calendar = List.of(new Frozen(prefix), new OutsideWindows(prefix));
    this.all =
        Stream.concat(
                Stream.of(
                    new StageBefore(),
                    new Held(prefix),
                    new NobodyAsked(prefix),
                    new Planned(),
                    new Soaking(),
                    new InWaves(prefix)),
                calendar.stream())
            .toList();
  }

  MayStart judge(Facts facts) {
    List<Reason> turns = facts.running() ? List.of() : turn.reasons(facts);
    List<Reason> others = reasons(all, facts);
    List<Reason> reasons = Stream.concat(turns.stream(), others.stream()).toList();
    Optional<Reason> refusing = reasons.stream().filter(r -> r.wish() == Wish.REFUSED).findFirst();
    if (facts.said().wanted() && refusing.isPresent()) {
      return new Rejected(refusing.get());
    }
    if (!others.isEmpty()) {
      return wait(facts, reasons, turns.isEmpty() ? passes(all, facts) : Optional.empty());
    }
    return turns.isEmpty() ? new Start() : new InLine(turns.get(0));
  }

  private static Wait wait(Facts facts, List<Reason> reasons, Optional<Instant> until) {
    Message rows =
        reasons.stream()
            .map(Reason::row)
            .reduce((a, b) -> Message.of("%s; %s", a, b))
            .orElseThrow();
    Message said =
        until
            .filter(at -> reasons.size() > 1)
            .map(at -> Message.of("%s; starts %s", rows, Times.on(at, facts.zone())))
            .orElse(rows);
    return new Wait(reasons, until, said);
  }

  /** The first time, now or later, that windows and freezes leave open. */
  Optional<Instant> opens(Facts facts) {
    return passes(calendar, facts);
  }

  private static Optional<Instant> passes(List<Check> checks, Facts facts) {
    Facts then = facts;
    for (int i = 0; i < MOST_TURNS; i++) {
      List<Reason> reasons = reasons(checks, then);
      if (reasons.isEmpty()) {
        return Optional.of(then.now());
      }
      if (reasons.stream().anyMatch(r -> r.until().isEmpty())) {
        return Optional.empty();
      }
      then =
          then.at(
              reasons.stream()
                  .flatMap(r -> r.until().stream())
                  .max(Comparator.naturalOrder())
                  .orElseThrow());
    }
    return Optional.empty();
  }

  /** What runs already ends by itself, whatever is said meanwhile. */
  private static List<Reason> reasons(List<Check> checks, Facts facts) {
    return facts.running()
        ? List.of()
        : checks.stream().flatMap(c -> c.reasons(facts).stream()).distinct().toList();
  }
}
