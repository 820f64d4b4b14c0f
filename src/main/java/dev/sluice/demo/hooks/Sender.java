package dev.sluice.demo.hooks;

import dev.sluice.demo.hooks.Delivery.Attempt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts one delivery with GitLab's headers; never tries again. */
final class Sender {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Clock clock;
  private final String instance;

  Sender(Clock clock, String instance) {
    this.clock = clock;
    this.instance = instance;
  }

  Attempt send(Delivery delivery) throws InterruptedException {
    try {
      var answer = client.send(request(delivery), BodyHandlers.discarding());
      return new Attempt(delivery, answer.statusCode(), "");
    } catch (IOException e) {
      return new Attempt(delivery, 0, e.toString());
    }
  }

  private HttpRequest request(Delivery delivery) {
    var hook = delivery.hook();
    var request =
        HttpRequest.newBuilder(URI.create(hook.url()))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("User-Agent", "GitLab/18.6.0-ee")
            .header("X-Gitlab-Instance", instance)
            .header("X-Gitlab-Event", delivery.event())
            .header("X-Gitlab-Event-UUID", delivery.chain())
            .header("X-Gitlab-Webhook-UUID", UUID.randomUUID().toString())
            .header("Idempotency-Key", delivery.key());
    if (hook.token() != null) {
      request.header("X-Gitlab-Token", hook.token());
    }
    if (hook.signingToken() != null) {
      var seconds = clock.instant().getEpochSecond();
      var content = delivery.key() + "." + seconds + "." + delivery.body();
      request.header("webhook-id", delivery.key());
      request.header("webhook-timestamp", String.valueOf(seconds));
      request.header("webhook-signature", "v1," + sign(hook.signingToken(), content));
    }
    return request.POST(BodyPublishers.ofString(delivery.body())).build();
  }

  /** Standard Webhooks: HMAC-SHA256 with the decoded part after {@code whsec_}. */
  static String sign(String token, String content) {
    try {
      var key = Base64.getDecoder().decode(token.substring("whsec_".length()));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
