package dev.sluice.deploy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A person's wish to stop a rollout. Whoever holds it may ask from any thread; the running
 * statement is cancelled within half a second, what is already committed stays.
 */
public final class Cancellation {
  private final AtomicReference<@Nullable String> by = new AtomicReference<>();

  /** Asks to stop; the first one to ask is remembered. */
  public void request(String username) {
    by.compareAndSet(null, username);
  }

  /** Who asked to stop. */
  public Optional<String> requestedBy() {
    return Optional.ofNullable(by.get());
  }

  public boolean requested() {
    return by.get() != null;
  }
}
