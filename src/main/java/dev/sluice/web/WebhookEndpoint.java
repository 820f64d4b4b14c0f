package dev.sluice.web;

import dev.sluice.gitlab.hook.Reading;
import dev.sluice.gitlab.hook.WebhookHeaders;
import dev.sluice.gitlab.hook.WebhookParser;
import dev.sluice.gitlab.hook.WebhookVerifier;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.HostUnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /webhooks/gitlab}. GitLab switches a webhook off after a few answers that are no 2xx,
 * so only a request that is not GitLab's (401), too large (413) or could not be stored (503, GitLab
 * may send it again) gets one.
 */
public final class WebhookEndpoint implements Routes {
  static final int MOST_BYTES = 25 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);

  private final WebhookVerifier verifier;
  private final WebhookInbox inbox;
  private final LongSupplier me;
  private final MeterRegistry meters;

  /**
   * @param me the id of our own GitLab user
   */
  public WebhookEndpoint(
      WebhookVerifier verifier, WebhookInbox inbox, LongSupplier me, MeterRegistry meters) {
    this.verifier = verifier;
    this.inbox = inbox;
    this.me = me;
    this.meters = meters;
    for (Outcome outcome : Outcome.values()) {
      count(outcome, 0);
    }
  }

  /** What became of a delivery; the label of the counter {@code sluice.webhooks}. */
  private enum Outcome {
    STORED(200),
    DUPLICATE(200),
    IGNORED(200),
    MALFORMED(200),
    FORGED(401),
    TOO_LARGE(413),
    NOT_STORED(503);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/webhooks/gitlab", this::handle);
  }

  private void handle(Context context) throws IOException {
    Outcome outcome = receive(context);
    count(outcome, 1);
    context.status(outcome.status);
  }

  private void count(Outcome outcome, int times) {
    meters
        .counter("sluice.webhooks", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment(times);
  }

  /** The length that a request claims is not believed: it is read up to one byte too many. */
  private Outcome receive(Context context) throws IOException {
    byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      LOG.warn("a webhook larger than {} bytes was refused", MOST_BYTES);
      return Outcome.TOO_LARGE;
    }
    WebhookHeaders headers = WebhookHeaders.read(context::header);
    if (!verifier.genuine(headers, body)) {
      LOG.warn("a webhook without a valid signature or token was refused, from {}", context.ip());
      return Outcome.FORGED;
    }
    return understood(headers, body);
  }

  private Outcome understood(WebhookHeaders headers, byte[] body) {
    Reading reading = WebhookParser.read(headers.event(), body, ourId());
    if (reading instanceof Reading.Relevant relevant) {
      return stored(relevant, deliveryKey(headers, body));
    }
    if (reading instanceof Reading.Malformed malformed) {
      LOG.warn("a malformed webhook was dropped: {}", malformed.reason());
      return Outcome.MALFORMED;
    }
    LOG.debug("a webhook was ignored: {}", reading);
    return Outcome.IGNORED;
  }

  /** Without GitLab we do not know: our own notes then pass, and are known when they are read. */
  private long ourId() {
    try {
      return me.getAsLong();
    } catch (HostUnavailableException | HostRefusedException unknown) {
      LOG.warn("our own user is not known: {}", unknown.getMessage());
      return 0;
    }
  }

  private Outcome stored(Reading.Relevant relevant, String key) {
    try {
      return inbox.accept(relevant.event(), key) ? Outcome.STORED : Outcome.DUPLICATE;
    } catch (RuntimeException notOnDisk) {
      LOG.error("a webhook could not be stored: {}", relevant.event(), notOnDisk);
      return Outcome.NOT_STORED;
    }
  }

  /** GitLab's own key where it sends one (17.4 and later), in a form of bounded length. */
  private static String deliveryKey(WebhookHeaders headers, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String key = headers.idempotencyKey().orElse("");
      if (!key.isEmpty()) {
        return "key:" + HexFormat.of().formatHex(digest.digest(bytes(key)));
      }
      digest.update(bytes(headers.event() + "\n"));
      return "sha256:" + HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
