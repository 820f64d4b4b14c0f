package dev.sluice.flow.group;

import dev.sluice.language.Message;
import java.time.Instant;

/** Whether a target that waits may start now. */
public sealed interface Verdict {
  /** It may. */
  record Start() implements Verdict {}

  /** Others come first. */
  record Wait(Message why) implements Verdict {}

  /** The change is to stay on the canaries until then. */
  record Soak(Instant until) implements Verdict {}

  /** Too much went wrong: a person has to retry or skip what failed. */
  record Stop(Message why) implements Verdict {}
}
