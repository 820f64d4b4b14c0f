package dev.sluice.flow.pipeline;

import dev.sluice.change.Outside;
import dev.sluice.change.Stage;
import dev.sluice.change.calendar.Windows.Opening;
import dev.sluice.flow.pipeline.Reason.Wish;
import dev.sluice.language.Message;
import java.util.List;
import java.util.Optional;

/** Its windows are closed. */
final class OutsideWindows implements Check {
  private final String prefix;

  OutsideWindows(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public List<Reason> reasons(Facts facts) {
    return facts.begun() || facts.rushed()
        ? List.of()
        : facts.stages().stream()
            .filter(s -> !s.windows().open(facts.now()))
            .map(s -> reason(facts, s))
            .toList();
  }

  private Reason reason(Facts facts, Stage stage) {
    Optional<Opening> next = stage.windows().next(facts.now());
    Message row =
        next.map(
                opening ->
                    Message.of(
                        "its window %s opens %s",
                        opening.window(),
                        Times.at(opening.at(), opening.window().zone(), facts.now())))
            .orElseGet(() -> Message.of("its windows never open"));
    Message sentence =
        Message.of(
            "%s is outside of its windows: %s. To have it start then: %s deploy %s --at next-window",
            facts.target(), row, prefix, stage.environment());
    return new Reason(row, sentence, next.map(Opening::at), wish(stage));
  }

  static Wish wish(Stage stage) {
    return stage.outside() == Outside.REJECT ? Wish.REFUSED : Wish.QUEUED;
  }
}
