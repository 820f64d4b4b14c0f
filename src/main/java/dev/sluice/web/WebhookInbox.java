package dev.sluice.web;

import dev.sluice.mergerequest.Event;

/** Where events are put down before GitLab gets its answer (design law 2). */
public interface WebhookInbox {
  /**
   * Returns only after the event is on disk; any exception means that it may not be.
   *
   * @param deliveryKey the same for the same delivery; at most 200 characters
   * @return false when this delivery is stored already
   */
  boolean accept(Event event, String deliveryKey);
}
