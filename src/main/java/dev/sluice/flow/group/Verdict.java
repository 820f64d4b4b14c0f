package dev.sluice.flow.group;

import dev.sluice.language.Message;
import java.time.Instant;
import java.util.Optional;

/** Whether a target that waits may start now. */
public sealed interface Verdict {
  /** It may. */
  record Start() implements Verdict {}

  /**
   * Others come first.
   *
   * @param until when to ask again at the latest, where time alone helps
   */
  record Wait(Message why, Optional<Instant> until) implements Verdict {
    Wait(Message why) {
      this(why, Optional.empty());
    }
  }

  /** Too much went wrong: a person has to retry or skip what failed. */
  record Stop(Message why) implements Verdict {}
}
