package dev.sluice.store.lanes;

import dev.sluice.store.WriteTx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** How an item's work ended. */
public sealed interface Outcome {

  /** Finished; the writes are made in the transaction that marks the item done. */
  record Done(Consumer<WriteTx> writes) implements Outcome {}

  /**
   * Try again after the delay, or by the kind's backoff; the lane waits. Dead after the last try.
   */
  record RetryLater(String reason, Optional<Duration> delay) implements Outcome {}

  /** No further try will help; told in the metrics, and the lane goes on. */
  record Dead(String reason) implements Outcome {}

  static Outcome done() {
    return new Done(tx -> {});
  }

  static Outcome done(Consumer<WriteTx> writes) {
    return new Done(writes);
  }

  static Outcome retry(String reason) {
    return new RetryLater(reason, Optional.empty());
  }

  static Outcome retry(String reason, Duration delay) {
    return new RetryLater(reason, Optional.of(delay));
  }

  static Outcome dead(String reason) {
    return new Dead(reason);
  }
}
