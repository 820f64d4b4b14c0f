package dev.sluice.flow.pipeline;

import dev.sluice.change.Outside;
import dev.sluice.change.Stage;
import dev.sluice.change.calendar.Freeze;
import dev.sluice.flow.pipeline.Reason.Wish;
import dev.sluice.language.Message;
import dev.sluice.store.record.EnvironmentFreeze;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nothing is deployed to its environment: by a person's word, or by the calendar. */
final class Frozen implements Check {
  private final String prefix;

  Frozen(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public List<Reason> reasons(Facts facts) {
    if (facts.rushed()) {
      return List.of();
    }
    Stream<Reason> byPerson =
        facts.said().freeze().stream()
            .filter(f -> f.until().isEmpty() || facts.now().isBefore(f.until().get()))
            .map(f -> reason(facts, f));
    Stream<Reason> byCalendar =
        facts.begun()
            ? Stream.empty()
            : facts.stages().stream()
                .flatMap(s -> s.freezes().stream().map(f -> new Dated(s, f)))
                .filter(d -> d.freeze().span().contains(facts.now()))
                .map(d -> reason(facts, d));
    return Stream.concat(byPerson, byCalendar).toList();
  }

  private record Dated(Stage stage, Freeze freeze) {}

  private Reason reason(Facts facts, EnvironmentFreeze freeze) {
    Message row =
        freeze
            .until()
            .map(
                until ->
                    Message.of(
                        "%s is frozen by %s until %s: %s",
                        freeze.environment(),
                        freeze.by(),
                        Times.at(until, facts.zone(), facts.now()),
                        freeze.reason()))
            .orElseGet(
                () ->
                    Message.of(
                        "%s is frozen by %s until %s unfreeze %s: %s",
                        freeze.environment(),
                        freeze.by(),
                        prefix,
                        freeze.environment(),
                        freeze.reason()));
    return new Reason(row, Message.of("Not now: %s.", row), freeze.until(), wish(facts));
  }

  private static Reason reason(Facts facts, Dated dated) {
    Freeze freeze = dated.freeze();
    Message until = Times.at(freeze.span().end(), freeze.zone(), facts.now());
    Message row =
        freeze.reason().isEmpty()
            ? Message.of("%s is frozen until %s", facts.environment(), until)
            : Message.of("%s is frozen until %s: %s", facts.environment(), until, freeze.reason());
    return new Reason(
        row,
        Message.of("Not now: %s.", row),
        Optional.of(freeze.span().end()),
        OutsideWindows.wish(dated.stage()));
  }

  /** A person's freeze is that of the environment: the strictest of its projects decides. */
  private static Wish wish(Facts facts) {
    return facts.stages().stream().anyMatch(s -> s.outside() == Outside.REJECT)
        ? Wish.REFUSED
        : Wish.QUEUED;
  }
}
