package dev.sluice.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a minute that the database refused a write: a probe that reads would not notice.
 */
final class LastFailure {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private record Failure(Instant at, String message) {}

  private final StoreTime time;
  private final AtomicReference<@Nullable Failure> last = new AtomicReference<>();

  LastFailure(StoreTime time) {
    this.time = time;
  }

  <T extends @Nullable Object> T watch(Supplier<T> write) {
    try {
      return write.get();
    } catch (RuntimeException e) {
      refusal(e).ifPresent(refused -> last.set(new Failure(time.now(), refused.getMessage() + "")));
      throw e;
    }
  }

  Optional<String> recent() {
    return Optional.ofNullable(last.get())
        .filter(f -> f.at().plus(REMEMBERED).isAfter(time.now()))
        .map(f -> "refused to write at " + f.at() + ": " + f.message());
  }

  private static Optional<SQLException> refusal(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
