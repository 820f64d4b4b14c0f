package dev.sluice.demo.hooks;

import dev.sluice.demo.model.Hook;
import java.util.Map;

/**
 * One webhook on its way. The key is the same for every attempt ({@code Idempotency-Key}); the
 * payload keeps its object form for questions, the body is what is sent.
 */
public record Delivery(
    String key, String chain, Hook hook, String event, Map<String, Object> payload, String body) {

  /** The {@code object_attributes.action}, or an empty string. */
  public String action() {
    return payload.get("object_attributes") instanceof Map<?, ?> attributes
            && attributes.get("action") instanceof String action
        ? action
        : "";
  }

  public boolean is(String eventName, String actionName) {
    return event.equals(eventName) && action().equals(actionName);
  }

  /** One try to deliver: the answer's status, or 0 when nobody answered. */
  public record Attempt(Delivery delivery, int status, String error) {}
}
