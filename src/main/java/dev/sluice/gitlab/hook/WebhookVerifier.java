package dev.sluice.gitlab.hook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a request really comes from our GitLab. */
public final class WebhookVerifier {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private final Clock clock;
  private final Optional<SigningKey> key;
  private final Optional<byte[]> secret;

  public WebhookVerifier(WebhookSettings settings, Clock clock) {
    this.clock = clock;
    this.key = settings.signingToken().map(SigningKey::of);
    this.secret = settings.secretToken().map(token -> bytes(token.reveal()));
  }

  /**
   * A signed request stands or falls with its signature, so that nobody can choose the weaker
   * check; only an unsigned one may show the secret token instead.
   *
   * @param body the raw bytes, as they came
   */
  public boolean genuine(WebhookHeaders headers, byte[] body) {
    return headers.signature().isPresent() ? signed(headers, body) : knowsSecret(headers);
  }

  private boolean signed(WebhookHeaders headers, byte[] body) {
    String id = headers.id().orElse("");
    String timestamp = headers.timestamp().orElse("");
    if (key.isEmpty() || id.isEmpty() || !recent(timestamp)) {
      return false;
    }
    byte[] expected = key.get().sign(id, timestamp, body);
    boolean genuine = false;
    for (String signature : headers.signature().orElse("").split(" ")) {
      genuine |= signature.startsWith("v1,") && same(expected, decoded(signature.substring(3)));
    }
    return genuine;
  }

  private boolean recent(String timestamp) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
    return age.abs().compareTo(WINDOW) <= 0;
  }

  private boolean knowsSecret(WebhookHeaders headers) {
    return secret.isPresent() && same(secret.get(), bytes(headers.token().orElse("")));
  }

  /** In a time that does not tell where the first difference is. */
  private static boolean same(byte[] expected, byte @Nullable [] given) {
    return given != null && MessageDigest.isEqual(expected, given);
  }

  private static byte @Nullable [] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
