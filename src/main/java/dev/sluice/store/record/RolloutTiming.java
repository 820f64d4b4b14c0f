package dev.sluice.store.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What people said about when a rollout may start.
 *
 * @param notBefore the time it is planned for
 * @param hold that keeps it from starting until it is taken back
 * @param rush that lets it start whatever windows and freezes say
 */
public record RolloutTiming(Optional<Instant> notBefore, Optional<Word> hold, Optional<Word> rush) {
  public static final RolloutTiming NONE =
      new RolloutTiming(Optional.empty(), Optional.empty(), Optional.empty());

  /** Who said so, and why. */
  public record Word(String by, String reason) {}
}
