package dev.sluice.gitlab.hook;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a webhook that mean something to us.
 *
 * @param event {@code X-Gitlab-Event}: "Merge Request Hook" …
 * @param idempotencyKey stays the same when GitLab sends the same delivery again (17.4 and later)
 */
public record WebhookHeaders(
    String event,
    Optional<String> token,
    Optional<String> id,
    Optional<String> timestamp,
    Optional<String> signature,
    Optional<String> idempotencyKey) {
  /**
   * @param header gives a header's value by its name, in any case; null when it is not there
   */
  public static WebhookHeaders read(Function<String, @Nullable String> header) {
    return new WebhookHeaders(
        Optional.ofNullable(header.apply("X-Gitlab-Event")).orElse(""),
        Optional.ofNullable(header.apply("X-Gitlab-Token")),
        Optional.ofNullable(header.apply("webhook-id")),
        Optional.ofNullable(header.apply("webhook-timestamp")),
        Optional.ofNullable(header.apply("webhook-signature")),
        Optional.ofNullable(header.apply("Idempotency-Key")).filter(key -> !key.isBlank()));
  }
}
