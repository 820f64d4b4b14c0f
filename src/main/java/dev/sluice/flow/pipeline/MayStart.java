package dev.sluice.flow.pipeline;

import dev.sluice.language.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a rollout may start now. */
public sealed interface MayStart {
  record Start() implements MayStart {}

  /** Nothing but earlier changes on its target keeps it: it may queue up behind them. */
  record InLine(Reason behind) implements MayStart {}

  /**
   * @param until when it starts, as far as one can tell; empty when something or somebody else has
   *     to act first
   * @param said what it waits for and, where several times meet, when it starts
   */
  record Wait(List<Reason> reasons, Optional<Instant> until, Message said) implements MayStart {
    public Wait {
      reasons = List.copyOf(reasons);
    }
  }

  /** To a person who wants it now: no, and this is what has to happen first. */
  record Rejected(Reason reason) implements MayStart {}

  /** What it waits for, for a row of a table; empty when it waits for nothing. */
  default Optional<Message> words() {
    if (this instanceof InLine line) {
      return Optional.of(line.behind().row());
    }
    if (this instanceof Wait wait) {
      return Optional.of(wait.said());
    }
    return this instanceof Rejected no ? Optional.of(no.reason().row()) : Optional.empty();
  }
}
