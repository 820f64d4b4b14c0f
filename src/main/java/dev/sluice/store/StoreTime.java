package dev.sluice.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What time it is for all processes on one store: this machine's, put right where the store's
 * machine has another. Leases would end too early or too late otherwise.
 */
final class StoreTime {

  private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);
  private static final Duration NO_MATTER = Duration.ofMillis(200);

  private final Clock clock;
  private final Clock machine;
  private volatile Duration ahead = Duration.ZERO;
  private volatile Instant nextLook = Instant.MIN;

  /**
   * @param clock what the time is for Sluice
   * @param machine what the time is for this machine; tests move the former only
   */
  StoreTime(Clock clock, Clock machine) {
    this.clock = clock;
    this.machine = machine;
  }

  Instant now() {
    return clock.instant().plus(ahead);
  }

  /** Compares, at most once a minute. A difference that the way there and back explains is none. */
  void compare(Supplier<Optional<Instant>> theirs) {
    Instant before = machine.instant();
    if (before.isBefore(nextLook)) {
      return;
    }
    nextLook = before.plus(TRUSTED_FOR);
    Optional<Instant> time = theirs.get();
    Instant after = machine.instant();
    time.ifPresent(t -> ahead = difference(t, before, after));
  }

  private static Duration difference(Instant theirs, Instant before, Instant after) {
    boolean same =
        theirs.isAfter(before.minus(NO_MATTER)) && theirs.isBefore(after.plus(NO_MATTER));
    return same ? Duration.ZERO : Duration.between(after, theirs);
  }
}
