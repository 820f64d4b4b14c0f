package dev.sluice.gitlab;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GitLab's wish for a pause: {@code Retry-After} in seconds or as a date. */
final class RetryAfter {
  private RetryAfter() {}

  static Optional<Duration> in(@Nullable Answer answer) {
    String value = answer == null ? null : answer.headers().get("Retry-After");
    if (answer == null || value == null) {
      return Optional.empty();
    }
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    return between(answer.headers().getInstant("Date"), answer.headers().getInstant("Retry-After"));
  }

  /** Both by the server's clock: ours may differ. */
  private static Optional<Duration> between(@Nullable Instant now, @Nullable Instant until) {
    if (now == null || until == null) {
      return Optional.empty();
    }
    Duration wait = Duration.between(now, until);
    return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
  }
}
