package dev.sluice.deploy.gate;

import dev.sluice.target.Measured;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a gate found.
 *
 * @param troubles why it does not hold, each a phrase with what was measured; empty where it holds
 * @param notChecked why nobody knows
 */
record Reading(List<String> troubles, Optional<String> notChecked) {
  Reading {
    troubles = List.copyOf(troubles);
  }

  /** What an engine cannot tell at all is no news in every note. */
  static <T> Reading of(Measured<T> measured, Function<T, List<String>> troubles) {
    if (measured instanceof Measured.Known<T> known) {
      return new Reading(troubles.apply(known.value()), Optional.empty());
    }
    return measured instanceof Measured.NotAllowed<T> closed
        ? new Reading(List.of(), Optional.of(closed.why()))
        : new Reading(List.of(), Optional.empty());
  }
}
